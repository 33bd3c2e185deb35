package io.sallyport.local.aws.sagemaker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sagemaker.model.CaptureStatus;
import software.amazon.awssdk.services.sagemaker.model.DataCaptureConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.DeployedImage;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelResponse;
import software.amazon.awssdk.services.sagemaker.model.DesiredWeightAndCapacity;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantSummary;

/** What Describe says of an endpoint's variants and its data capture. */
final class Variants {

  private Variants() {}

  static List<ProductionVariantSummary> of(
      DescribeEndpointConfigResponse config,
      Function<String, DescribeModelResponse> models,
      Instant at) {
    return config.productionVariants().stream().map(each -> of(each, models, at)).toList();
  }

  private static ProductionVariantSummary of(
      ProductionVariant variant, Function<String, DescribeModelResponse> models, Instant at) {
    Float weight = Optional.ofNullable(variant.initialVariantWeight()).orElse(1.0f);
    String image = Models.container(models.apply(variant.modelName())).image();
    return ProductionVariantSummary.builder()
        .variantName(variant.variantName())
        .deployedImages(
            DeployedImage.builder()
                .specifiedImage(image)
                .resolvedImage(image)
                .resolutionTime(at)
                .build())
        .currentWeight(weight)
        .desiredWeight(weight)
        .currentInstanceCount(variant.initialInstanceCount())
        .desiredInstanceCount(variant.initialInstanceCount())
        .build();
  }

  static Optional<DataCaptureConfigSummary> capture(DescribeEndpointConfigResponse config) {
    return Optional.ofNullable(config.dataCaptureConfig())
        .map(
            capture ->
                DataCaptureConfigSummary.builder()
                    .enableCapture(Boolean.TRUE.equals(capture.enableCapture()))
                    .captureStatus(
                        Boolean.TRUE.equals(capture.enableCapture())
                            ? CaptureStatus.STARTED
                            : CaptureStatus.STOPPED)
                    .currentSamplingPercentage(capture.initialSamplingPercentage())
                    .destinationS3Uri(capture.destinationS3Uri())
                    .kmsKeyId(capture.kmsKeyId())
                    .build());
  }

  /** Weights and counts as asked; what is not asked stays. */
  static List<ProductionVariantSummary> changed(
      List<ProductionVariantSummary> variants, List<DesiredWeightAndCapacity> asked) {
    Map<String, DesiredWeightAndCapacity> byName =
        asked.stream()
            .collect(Collectors.toMap(DesiredWeightAndCapacity::variantName, each -> each));
    return variants.stream()
        .map(each -> changed(each, Optional.ofNullable(byName.get(each.variantName()))))
        .toList();
  }

  private static ProductionVariantSummary changed(
      ProductionVariantSummary variant, Optional<DesiredWeightAndCapacity> asked) {
    Float weight =
        asked.map(DesiredWeightAndCapacity::desiredWeight).orElse(variant.desiredWeight());
    Integer count =
        asked
            .map(DesiredWeightAndCapacity::desiredInstanceCount)
            .orElse(variant.desiredInstanceCount());
    return variant.toBuilder()
        .currentWeight(weight)
        .desiredWeight(weight)
        .currentInstanceCount(count)
        .desiredInstanceCount(count)
        .build();
  }
}
