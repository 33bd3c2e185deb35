package io.sallyport.aws.serving;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.Tags;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CaptureMode;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/**
 * SageMaker endpoints and their configurations (S13, S14). Neither ever changes: another version
 * has another endpoint. Nothing here waits or judges.
 */
@Component
public class Endpoints {

  private static final String PROGRAM = "sallyport:program";
  private static final int CAPTURED_PERCENT = 100;

  private final SageMakerClient sageMaker;

  public Endpoints(SageMakerClient sageMaker) {
    this.sageMaker = sageMaker;
  }

  /** Creates the configuration, or adopts what an earlier try created. Returns its ARN. */
  public String createConfigurationOrAdopt(ResourceName name, EndpointConfigDefinition wanted) {
    try {
      return sageMaker.createEndpointConfig(request(name, wanted)).endpointConfigArn();
    } catch (SageMakerException refused) {
      if (!Absence.isTaken(refused)) throw refused;
      DescribeEndpointConfigResponse found =
          sageMaker.describeEndpointConfig(config -> config.endpointConfigName(name.value()));
      Adoption.requireSame(name, definition(found, wanted.tags()), wanted);
      return found.endpointConfigArn();
    }
  }

  /** Creates the endpoint, or adopts what an earlier try created. Returns its ARN. */
  public String createOrAdopt(ResourceName endpoint, EndpointDefinition wanted) {
    try {
      return sageMaker
          .createEndpoint(
              create ->
                  create
                      .endpointName(endpoint.value())
                      .endpointConfigName(wanted.configuration())
                      .tags(Tags.of(Map.of(PROGRAM, wanted.program()))))
          .endpointArn();
    } catch (SageMakerException refused) {
      if (!Absence.isTaken(refused)) throw refused;
      DescribeEndpointResponse found = describe(endpoint).orElseThrow(() -> refused);
      Adoption.requireSame(endpoint, definition(found), wanted);
      return found.endpointArn();
    }
  }

  /** Empty if there is no such endpoint. */
  public Optional<EndpointStatus> read(ResourceName endpoint) {
    return describe(endpoint).map(Endpoints::status);
  }

  /**
   * Deletes the endpoint of a program; one that is not there is as good as deleted, and another
   * program's is refused.
   */
  public void delete(ResourceName endpoint, String program) {
    describe(endpoint)
        .ifPresent(
            found -> {
              Adoption.requireSame(endpoint, program(found), program);
              Absence.ignored(
                  () -> sageMaker.deleteEndpoint(delete -> delete.endpointName(endpoint.value())));
            });
  }

  private EndpointDefinition definition(DescribeEndpointResponse found) {
    return new EndpointDefinition(found.endpointConfigName(), program(found));
  }

  /** Whose it is; empty when no tag says so. */
  private String program(DescribeEndpointResponse found) {
    return sageMaker.listTags(list -> list.resourceArn(found.endpointArn())).tags().stream()
        .filter(tag -> tag.key().equals(PROGRAM))
        .map(Tag::value)
        .findFirst()
        .orElse("");
  }

  private Optional<DescribeEndpointResponse> describe(ResourceName endpoint) {
    return Absence.orEmpty(
        () -> sageMaker.describeEndpoint(describe -> describe.endpointName(endpoint.value())));
  }

  private static EndpointStatus status(DescribeEndpointResponse found) {
    return new EndpointStatus(
        found.endpointName(),
        found.endpointArn(),
        EndpointStatus.State.of(found.endpointStatusAsString()),
        found.endpointConfigName(),
        found.productionVariants().stream()
            .map(variant -> variant.currentInstanceCount())
            .mapToInt(count -> count == null ? 0 : count)
            .sum(),
        Optional.ofNullable(found.failureReason()));
  }

  private static CreateEndpointConfigRequest request(
      ResourceName name, EndpointConfigDefinition wanted) {
    return CreateEndpointConfigRequest.builder()
        .endpointConfigName(name.value())
        .kmsKeyId(wanted.kmsKey())
        .productionVariants(
            variant ->
                variant
                    .variantName(EndpointConfigDefinition.VARIANT)
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

  private static EndpointConfigDefinition definition(
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
