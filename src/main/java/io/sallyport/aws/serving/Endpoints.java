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
import software.amazon.awssdk.services.sagemaker.model.PendingDeploymentSummary;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/**
 * SageMaker endpoints and their configurations (S13, S14). A configuration never changes; an
 * endpoint changes by being given another one. Nothing here waits or judges.
 */
@Component
public class Endpoints {

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

  /**
   * Makes the endpoint use the configuration: creates it, updates it, or adopts it when it uses the
   * configuration already. Returns its ARN.
   */
  public String createOrUpdate(
      ResourceName endpoint, ResourceName configuration, Map<String, String> tags) {
    return describe(endpoint)
        .map(found -> update(found, configuration))
        .orElseGet(() -> create(endpoint, configuration, tags));
  }

  /** Empty if there is no such endpoint. */
  public Optional<EndpointStatus> read(ResourceName endpoint) {
    return describe(endpoint).map(Endpoints::status);
  }

  /** Deletes the endpoint; one that is not there is as good as deleted. */
  public void delete(ResourceName endpoint) {
    Absence.ignored(
        () -> sageMaker.deleteEndpoint(delete -> delete.endpointName(endpoint.value())));
  }

  private String create(
      ResourceName endpoint, ResourceName configuration, Map<String, String> tags) {
    try {
      return sageMaker
          .createEndpoint(
              create ->
                  create
                      .endpointName(endpoint.value())
                      .endpointConfigName(configuration.value())
                      .tags(Tags.of(tags)))
          .endpointArn();
    } catch (SageMakerException refused) {
      if (!Absence.isTaken(refused)) throw refused;
      return describe(endpoint)
          .map(found -> update(found, configuration))
          .orElseThrow(() -> refused);
    }
  }

  private String update(DescribeEndpointResponse found, ResourceName configuration) {
    if (uses(found, configuration.value())) return found.endpointArn();
    return sageMaker
        .updateEndpoint(
            update ->
                update.endpointName(found.endpointName()).endpointConfigName(configuration.value()))
        .endpointArn();
  }

  /** It uses the configuration, or is on its way to it. */
  private static boolean uses(DescribeEndpointResponse found, String configuration) {
    PendingDeploymentSummary pending = found.pendingDeploymentSummary();
    return found.endpointConfigName().equals(configuration)
        || (pending != null && configuration.equals(pending.endpointConfigName()));
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
