package io.sallyport.local.aws.ecr;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.ecr.Images.Manifest;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.sagemaker.Members;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.model.ArtifactStatus;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageFailure;
import software.amazon.awssdk.services.ecr.model.ImageFailureCode;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageReferrer;
import software.amazon.awssdk.services.ecr.model.ListImageReferrersRequest;
import software.amazon.awssdk.services.ecr.model.ListImageReferrersResponse;
import software.amazon.awssdk.services.ecr.model.PutImageRequest;
import software.amazon.awssdk.services.ecr.model.PutImageResponse;

/** Manifests: pushed, read byte for byte, described, and found by what they refer to. */
final class Manifests {

  private final Images images;

  Manifests(Images images) {
    this.images = images;
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("PutImage", PutImageRequest::builder, this::put)
            .on(request -> Ecr.arn(request.repositoryName())),
        Operation.of("BatchGetImage", BatchGetImageRequest::builder, this::get)
            .on(request -> Ecr.arn(request.repositoryName())),
        Operation.of("DescribeImages", DescribeImagesRequest::builder, this::describe)
            .on(request -> Ecr.arn(request.repositoryName())),
        Operation.of("ListImageReferrers", ListImageReferrersRequest::builder, this::referrers)
            .on(request -> Ecr.arn(request.repositoryName())));
  }

  private PutImageResponse put(PutImageRequest request, Call call) {
    Ecr.mustExist(images, request.repositoryName());
    String content = request.imageManifest();
    String digest = OciImage.digest(content.getBytes(StandardCharsets.UTF_8));
    if (request.imageDigest() != null && !request.imageDigest().equals(digest)) {
      throw AwsError.bad(
          "ImageDigestDoesNotMatchException",
          "The digest is " + digest + ", not " + request.imageDigest());
    }
    String type =
        Optional.ofNullable(request.imageManifestMediaType()).orElse(OciImage.MANIFEST_TYPE);
    images.put(request.repositoryName(), content, type, Optional.ofNullable(request.imageTag()));
    Manifest kept = images.byDigest(request.repositoryName(), digest).orElseThrow();
    return PutImageResponse.builder()
        .image(image(kept, Optional.ofNullable(request.imageTag())))
        .build();
  }

  private static Image image(Manifest manifest, Optional<String> tag) {
    ImageIdentifier.Builder id = ImageIdentifier.builder().imageDigest(manifest.digest());
    tag.ifPresent(id::imageTag);
    return Image.builder()
        .registryId(Arn.ACCOUNT)
        .repositoryName(manifest.repository())
        .imageId(id.build())
        .imageManifest(manifest.content())
        .imageManifestMediaType(manifest.mediaType())
        .build();
  }

  private Optional<Manifest> find(String repository, ImageIdentifier id) {
    return id.imageDigest() != null
        ? images.byDigest(repository, id.imageDigest())
        : images.byTag(repository, String.valueOf(id.imageTag()));
  }

  private BatchGetImageResponse get(BatchGetImageRequest request, Call call) {
    Ecr.mustExist(images, request.repositoryName());
    List<Image> found = new ArrayList<>();
    List<ImageFailure> failures = new ArrayList<>();
    for (ImageIdentifier id : request.imageIds()) {
      Optional<Manifest> manifest = find(request.repositoryName(), id);
      if (manifest.isPresent()) {
        found.add(image(manifest.get(), Optional.ofNullable(id.imageTag())));
      } else {
        failures.add(
            ImageFailure.builder()
                .imageId(id)
                .failureCode(ImageFailureCode.IMAGE_NOT_FOUND)
                .failureReason("Requested image not found")
                .build());
      }
    }
    return BatchGetImageResponse.builder().images(found).failures(failures).build();
  }

  private DescribeImagesResponse describe(DescribeImagesRequest request, Call call) {
    Members.only(request, "registryId", "repositoryName", "imageIds", "maxResults");
    String repository = request.repositoryName();
    Ecr.mustExist(images, repository);
    if (!request.hasImageIds()) {
      return DescribeImagesResponse.builder()
          .imageDetails(images.all(repository).stream().map(this::detail).toList())
          .build();
    }
    List<ImageDetail> details = new ArrayList<>();
    for (ImageIdentifier id : request.imageIds()) {
      details.add(detail(find(repository, id).orElseThrow(() -> notFound(repository, id))));
    }
    return DescribeImagesResponse.builder().imageDetails(details).build();
  }

  static AwsError notFound(String repository, ImageIdentifier id) {
    return AwsError.bad(
        "ImageNotFoundException",
        "The image with imageId {imageDigest:'%s', imageTag:'%s'} does not exist within the repository with name '%s' in the registry with id '%s'"
            .formatted(id.imageDigest(), id.imageTag(), repository, Arn.ACCOUNT));
  }

  private ImageDetail detail(Manifest manifest) {
    return ImageDetail.builder()
        .registryId(Arn.ACCOUNT)
        .repositoryName(manifest.repository())
        .imageDigest(manifest.digest())
        .imageTags(images.tagsOf(manifest.repository(), manifest.digest()))
        .imageSizeInBytes(manifest.sizeBytes())
        .imagePushedAt(manifest.pushed())
        .imageManifestMediaType(manifest.mediaType())
        .artifactMediaType(manifest.artifactType())
        .subjectManifestDigest(manifest.subject().orElse(null))
        .build();
  }

  private ListImageReferrersResponse referrers(ListImageReferrersRequest request, Call call) {
    Members.only(request, "registryId", "repositoryName", "subjectId", "filter", "maxResults");
    Ecr.mustExist(images, request.repositoryName());
    List<String> types = request.filter() == null ? List.of() : request.filter().artifactTypes();
    List<ImageReferrer> found =
        images.referrers(request.repositoryName(), request.subjectId().imageDigest()).stream()
            .filter(each -> types.isEmpty() || types.contains(each.artifactType()))
            .map(Manifests::referrer)
            .toList();
    return ListImageReferrersResponse.builder().referrers(found).build();
  }

  private static ImageReferrer referrer(Manifest manifest) {
    Map<String, String> annotations = new LinkedHashMap<>();
    manifest
        .json()
        .path("annotations")
        .properties()
        .forEach(each -> annotations.put(each.getKey(), each.getValue().asText()));
    return ImageReferrer.builder()
        .digest(manifest.digest())
        .mediaType(manifest.mediaType())
        .artifactType(manifest.artifactType())
        .size((long) manifest.content().getBytes(StandardCharsets.UTF_8).length)
        .annotations(annotations)
        .artifactStatus(ArtifactStatus.ACTIVE)
        .build();
  }
}
