package io.sallyport.aws.serving;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.RegisteredPackage.Approval;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.CreateModelPackageRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelPackageResponse;
import software.amazon.awssdk.services.sagemaker.model.MetricsSource;
import software.amazon.awssdk.services.sagemaker.model.ModelApprovalStatus;
import software.amazon.awssdk.services.sagemaker.model.ModelPackageContainerDefinition;

/** An entry of the registry in SageMaker's words, there and back. */
final class PackageRequests {

  /** Lists show descriptions, so the name that makes a retry safe stands at its end. */
  private static final String NAME = " · ";

  private PackageRequests() {}

  static CreateModelPackageRequest request(ResourceName name, PackageDefinition wanted) {
    return CreateModelPackageRequest.builder()
        .modelPackageGroupName(wanted.group())
        .modelPackageDescription(wanted.description() + NAME + name)
        .clientToken(name.token())
        .modelApprovalStatus(ModelApprovalStatus.PENDING_MANUAL_APPROVAL)
        .inferenceSpecification(
            inference ->
                inference
                    .containers(
                        container ->
                            container
                                .image(wanted.image().value())
                                .modelDataUrl(wanted.artifactUri()))
                    .supportedContentTypes("text/csv")
                    .supportedResponseMIMETypes("application/jsonlines"))
        .modelMetrics(
            metrics -> metrics.modelQuality(quality -> quality.statistics(source(wanted.report()))))
        .securityConfig(security -> security.kmsKeyId(wanted.kmsKey()))
        .customerMetadataProperties(wanted.metadata().entries())
        .build();
  }

  static RegisteredPackage registered(DescribeModelPackageResponse found) {
    ModelPackageContainerDefinition container = found.inferenceSpecification().containers().get(0);
    MetricsSource report = found.modelMetrics().modelQuality().statistics();
    return new RegisteredPackage(
        found.modelPackageArn(),
        found.modelPackageVersion(),
        approval(found.modelApprovalStatus()),
        found.approvalDescription() == null ? "" : found.approvalDescription(),
        new PackageDefinition(
            found.modelPackageGroupName(),
            withoutName(found.modelPackageDescription()),
            new ImageUri(container.image()),
            container.modelDataUrl(),
            new MetricsReport(report.s3Uri(), report.contentDigest().replace("sha256:", "")),
            found.securityConfig().kmsKeyId(),
            new RegistryMetadata(found.customerMetadataProperties())));
  }

  static boolean isNamed(@Nullable String description, ResourceName name) {
    return description != null && description.endsWith(NAME + name);
  }

  static PackageDefinition withMetadata(PackageDefinition definition, RegistryMetadata metadata) {
    return new PackageDefinition(
        definition.group(),
        definition.description(),
        definition.image(),
        definition.artifactUri(),
        definition.report(),
        definition.kmsKey(),
        metadata);
  }

  private static MetricsSource source(MetricsReport report) {
    return MetricsSource.builder()
        .contentType("application/json")
        .contentDigest("sha256:" + report.sha256())
        .s3Uri(report.uri())
        .build();
  }

  private static String withoutName(String description) {
    int end = description.lastIndexOf(NAME);
    return end < 0 ? description : description.substring(0, end);
  }

  private static Approval approval(ModelApprovalStatus status) {
    return switch (status) {
      case APPROVED -> Approval.APPROVED;
      case REJECTED -> Approval.REJECTED;
      case PENDING_MANUAL_APPROVAL -> Approval.PENDING;
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("the registry has an approval status we do not know");
    };
  }
}
