package io.sallyport.aws.serving;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.Tags;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/**
 * SageMaker endpoints and their configurations (S13, S14). Neither ever changes: another version
 * has another endpoint. Nothing here waits or judges.
 */
@Component
public class Endpoints {

  private static final String PROGRAM = "sallyport:program";

  private final SageMakerClient sageMaker;

  public Endpoints(SageMakerClient sageMaker) {
    this.sageMaker = sageMaker;
  }

  /** Creates the configuration, or adopts what an earlier try created. Returns its ARN. */
  public String createConfigurationOrAdopt(ResourceName name, EndpointConfigDefinition wanted) {
    try {
      return sageMaker
          .createEndpointConfig(EndpointConfigRequests.request(name, wanted))
          .endpointConfigArn();
    } catch (SageMakerException refused) {
      if (!Absence.isTaken(refused)) throw refused;
      DescribeEndpointConfigResponse found =
          sageMaker.describeEndpointConfig(config -> config.endpointConfigName(name.value()));
      EndpointConfigRequests.requireSafe(name, found);
      Adoption.requireSame(name, EndpointConfigRequests.definition(found, wanted.tags()), wanted);
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
}
