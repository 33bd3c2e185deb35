package io.sallyport.local.aws.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.aws.sagemaker.Workshop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.FindingSeverity;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.ImageReferrer;
import software.amazon.awssdk.services.ecr.model.ImageScanFinding;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.ecr.model.ScanNotFoundException;

class EcrTest {

  private static final String REPOSITORY = "sentinel/trainer";

  @TempDir Path folder;
  private Workshop workshop;
  private EcrClient ecr;
  private String digest;

  @BeforeEach
  void open() {
    workshop = new Workshop(folder);
    ecr = workshop.client(EcrClient.builder());
    digest = workshop.image().substring(workshop.image().indexOf('@') + 1);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void an_image_is_found_by_the_digest_of_its_manifest() {
    String manifest =
        ecr.batchGetImage(
                get -> get.repositoryName(REPOSITORY).imageIds(id -> id.imageDigest(digest)))
            .images()
            .get(0)
            .imageManifest();

    assertThat(OciImage.digest(manifest.getBytes(StandardCharsets.UTF_8))).isEqualTo(digest);
    assertThatThrownBy(
            () ->
                ecr.describeImages(
                    get -> get.repositoryName(REPOSITORY).imageIds(id -> id.imageTag("none"))))
        .isInstanceOf(ImageNotFoundException.class);
    assertThatThrownBy(() -> ecr.describeImages(get -> get.repositoryName("none")))
        .isInstanceOf(RepositoryNotFoundException.class);
  }

  @Test
  void a_signature_is_found_by_the_image_it_signs_and_its_blob_by_address() throws Exception {
    String blob = upload("signature");
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
         "artifactType":"application/vnd.cncf.notary.signature",
         "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":9},
         "layers":[{"mediaType":"application/jose+json","digest":"%s","size":9}],
         "subject":{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"%s","size":1}}
        """
            .formatted(blob, blob, digest);
    ecr.putImage(put -> put.repositoryName(REPOSITORY).imageManifest(manifest));

    assertThat(
            ecr.listImageReferrers(
                    list -> list.repositoryName(REPOSITORY).subjectId(id -> id.imageDigest(digest)))
                .referrers())
        .extracting(ImageReferrer::artifactType)
        .containsExactly("application/vnd.cncf.notary.signature");
    String url =
        ecr.getDownloadUrlForLayer(get -> get.repositoryName(REPOSITORY).layerDigest(blob))
            .downloadUrl();
    try (var in = URI.create(url).toURL().openStream()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("signature");
    }
  }

  private String upload(String content) {
    String id = ecr.initiateLayerUpload(start -> start.repositoryName(REPOSITORY)).uploadId();
    ecr.uploadLayerPart(
        part ->
            part.repositoryName(REPOSITORY)
                .uploadId(id)
                .partFirstByte(0L)
                .partLastByte(content.length() - 1L)
                .layerPartBlob(SdkBytes.fromUtf8String(content)));
    String blob = OciImage.digest(content.getBytes(StandardCharsets.UTF_8));
    return ecr.completeLayerUpload(
            end -> end.repositoryName(REPOSITORY).uploadId(id).layerDigests(blob))
        .layerDigest();
  }

  @Test
  void a_scan_is_what_was_put_in_and_none_is_not_a_clean_one() {
    assertThatThrownBy(
            () ->
                ecr.describeImageScanFindings(
                    get -> get.repositoryName(REPOSITORY).imageId(id -> id.imageDigest(digest))))
        .isInstanceOf(ScanNotFoundException.class);
    workshop
        .aws()
        .backstage()
        .scans()
        .completed(
            REPOSITORY,
            digest,
            List.of(
                ImageScanFinding.builder()
                    .name("CVE-2026-1")
                    .severity(FindingSeverity.HIGH)
                    .build()));

    assertThat(
            ecr.describeImageScanFindings(
                    get -> get.repositoryName(REPOSITORY).imageId(id -> id.imageDigest(digest)))
                .imageScanFindings()
                .findingSeverityCounts())
        .isEqualTo(Map.of(FindingSeverity.HIGH, 1));
  }
}
