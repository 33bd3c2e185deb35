package io.sallyport.local.aws.ecr;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.sagemaker.Members;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecr.model.DescribeImageScanFindingsRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImageScanFindingsResponse;
import software.amazon.awssdk.services.ecr.model.FindingSeverity;
import software.amazon.awssdk.services.ecr.model.ImageScanFinding;
import software.amazon.awssdk.services.ecr.model.ImageScanFindings;
import software.amazon.awssdk.services.ecr.model.ScanStatus;

/** What a basic scan found in an image: only what somebody put in; no scan is no result. */
public final class Scans {

  private final Images images;
  private final Clock clock;
  private final Map<String, DescribeImageScanFindingsResponse> scans = new TreeMap<>();

  public Scans(Images images, Clock clock) {
    this.images = images;
    this.clock = clock;
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of(
                "DescribeImageScanFindings",
                DescribeImageScanFindingsRequest::builder,
                this::describe)
            .on(request -> Ecr.arn(request.repositoryName())));
  }

  /** A finished scan with these findings. */
  public synchronized void completed(
      String repository, String digest, List<ImageScanFinding> findings) {
    Map<FindingSeverity, Integer> counts =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    ImageScanFinding::severity, Collectors.summingInt(each -> 1)));
    ImageScanFindings found =
        ImageScanFindings.builder()
            .imageScanCompletedAt(clock.instant())
            .vulnerabilitySourceUpdatedAt(clock.instant())
            .findingSeverityCounts(counts)
            .findings(findings)
            .build();
    put(repository, digest, ScanStatus.COMPLETE, builder -> builder.imageScanFindings(found));
  }

  /** A scan that has another status and so no result. */
  public synchronized void status(String repository, String digest, ScanStatus status) {
    put(repository, digest, status, builder -> builder);
  }

  private void put(
      String repository,
      String digest,
      ScanStatus status,
      Function<DescribeImageScanFindingsResponse.Builder, DescribeImageScanFindingsResponse.Builder>
          with) {
    scans.put(
        repository + "@" + digest,
        with.apply(
                DescribeImageScanFindingsResponse.builder()
                    .registryId(Arn.ACCOUNT)
                    .repositoryName(repository)
                    .imageId(id -> id.imageDigest(digest))
                    .imageScanStatus(scan -> scan.status(status)))
            .build());
  }

  private synchronized DescribeImageScanFindingsResponse describe(
      DescribeImageScanFindingsRequest request, Call call) {
    Members.only(request, "registryId", "repositoryName", "imageId", "maxResults");
    Ecr.mustExist(images, request.repositoryName());
    String digest =
        request.imageId().imageDigest() != null
            ? request.imageId().imageDigest()
            : images
                .byTag(request.repositoryName(), String.valueOf(request.imageId().imageTag()))
                .map(Images.Manifest::digest)
                .orElse("");
    if (images.byDigest(request.repositoryName(), digest).isEmpty()) {
      throw Manifests.notFound(request.repositoryName(), request.imageId());
    }
    DescribeImageScanFindingsResponse scan = scans.get(request.repositoryName() + "@" + digest);
    if (scan == null) {
      throw AwsError.bad(
          "ScanNotFoundException", "Image scan does not exist for the image with '" + digest + "'");
    }
    return scan;
  }
}
