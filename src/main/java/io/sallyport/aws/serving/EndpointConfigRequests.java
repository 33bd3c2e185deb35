package io.sallyport.aws.serving;

import static io.sallyport.aws.serving.EndpointConfigDefinition.VARIANT;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.Safeguards;
import io.sallyport.aws.jobs.Tags;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.CaptureMode;
import software.amazon.awssdk.services.sagemaker.model.CaptureOption;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DataCaptureConfig;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

/** An endpoint configuration in SageMaker's words, there and back. */
final class EndpointConfigRequests {

  private static final int CAPTURED_PERCENT = 100;

  private EndpointConfigRequests() {}

  static CreateEndpointConfigRequest request(ResourceName name, EndpointConfigDefinition wanted) {
    return CreateEndpointConfigRequest.builder()
        .endpointConfigName(name.value())
        .kmsKeyId(wanted.kmsKey())
        .productionVariants(
            variant ->
                variant
                    .variantName(VARIANT)
                    .modelName(wanted.model())
                    .instanceType(wanted.instanceType())
                    .initialInstanceCount(wanted.instanceCount())
                    .initialVariantWeight(1f))
        .dataCaptureConfig(
            capture ->
                capture
                    .enableCapture(true)
                    .initialSamplingPercentage(CAPTURED_PERCENT)
                    .destinationS3Uri(wanted.captureUri())
                    .kmsKeyId(wanted.captureKey())
                    .captureOptions(
                        input -> input.captureMode(CaptureMode.INPUT),
                        output -> output.captureMode(CaptureMode.OUTPUT))
                    .captureContentTypeHeader(
                        types ->
                            types
                                .csvContentTypes("text/csv")
                                .jsonContentTypes("application/jsonlines")))
        .tags(Tags.of(wanted.tags()))
        .build();
  }

  /** What is there answers alone, keeps everything, and nobody gets in (S13, S15). */
  static void requireSafe(ResourceName name, DescribeEndpointConfigResponse config) {
    List<ProductionVariant> variants = config.productionVariants();
    boolean alone = variants.size() == 1;
    new Safeguards(name)
        .has("the variant " + VARIANT, alone && isAuthorized(variants.get(0)), "of other variants")
        .has("no shadow", config.shadowProductionVariants().isEmpty(), "shadowed")
        .has(
            "no way in",
            variants.stream().noneMatch(EndpointConfigRequests::isEntered),
            "open to SSM")
        .has("capture of all", isCapturedWhole(config.dataCaptureConfig()), "not wholly captured")
        .require();
  }

  private static boolean isAuthorized(ProductionVariant variant) {
    return variant.variantName().equals(VARIANT);
  }

  private static boolean isEntered(ProductionVariant variant) {
    return Boolean.TRUE.equals(variant.enableSSMAccess());
  }

  /** Switched on, all calls, what is asked and what is answered. */
  private static boolean isCapturedWhole(@Nullable DataCaptureConfig capture) {
    return capture != null
        && Boolean.TRUE.equals(capture.enableCapture())
        && Integer.valueOf(CAPTURED_PERCENT).equals(capture.initialSamplingPercentage())
        && Stream.of(CaptureMode.INPUT, CaptureMode.OUTPUT)
            .allMatch(mode -> capture.captureOptions().stream().anyMatch(is(mode)));
  }

  private static Predicate<CaptureOption> is(CaptureMode mode) {
    return option ->
        option.captureMode() == mode || option.captureMode() == CaptureMode.INPUT_AND_OUTPUT;
  }

  /** What is there; tags are those wanted, since a description does not hold them. */
  static EndpointConfigDefinition definition(
      DescribeEndpointConfigResponse config, Map<String, String> tags) {
    ProductionVariant variant = config.productionVariants().get(0);
    return new EndpointConfigDefinition(
        variant.modelName(),
        variant.instanceTypeAsString(),
        variant.initialInstanceCount(),
        config.kmsKeyId(),
        config.dataCaptureConfig().destinationS3Uri(),
        config.dataCaptureConfig().kmsKeyId(),
        tags);
  }
}
