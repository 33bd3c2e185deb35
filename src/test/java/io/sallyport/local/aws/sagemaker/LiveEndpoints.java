package io.sallyport.local.aws.sagemaker;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemaker.model.DataCaptureConfig;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantSummary;

/** The endpoints as the runtime sees them: which variant answers next, and its container. */
public final class LiveEndpoints {

  /** A variant that can answer, and what is to be captured of it, as the model's role. */
  public record Target(
      String variant,
      Optional<DataCaptureConfig> capture,
      String roleArn,
      ServeContainer container) {

    /** Posts to the container's {@code /invocations}. */
    public Answered invoke(byte[] body, Map<String, String> headers)
        throws IOException, InterruptedException {
      ServeContainer.Answer answer = container.invoke(body, headers);
      return new Answered(answer.status(), answer.contentType(), answer.body());
    }
  }

  /** What the container answered. */
  public record Answered(int status, String contentType, SdkBytes body) {}

  private final Endpoints endpoints;
  private final Models models;
  private final Map<String, Integer> served = new ConcurrentHashMap<>();

  LiveEndpoints(Endpoints endpoints, Models models) {
    this.endpoints = endpoints;
    this.models = models;
  }

  public static String arn(String endpoint) {
    return Endpoints.arn(endpoint);
  }

  /** The status, if there is such an endpoint. */
  public Optional<EndpointStatus> status(String name) {
    return endpoints.status(name);
  }

  /** The wanted variant, or the one whose turn it is by weight. */
  public Optional<Target> target(String name, Optional<String> wanted) throws InterruptedException {
    DescribeEndpointResponse endpoint = endpoints.find(name);
    Optional<Fleet> fleet = endpoints.fleets().find(name);
    if (fleet.isEmpty()) return Optional.empty();
    String variant = wanted.orElseGet(() -> next(name, endpoint.productionVariants()));
    Optional<DataCaptureConfig> capture =
        Optional.ofNullable(fleet.get().config().dataCaptureConfig());
    return fleet
        .get()
        .container(variant)
        .map(container -> new Target(variant, capture, role(fleet.get(), variant), container));
  }

  private String role(Fleet fleet, String variant) {
    return fleet.config().productionVariants().stream()
        .filter(each -> each.variantName().equals(variant))
        .map(each -> models.find(each.modelName()).executionRoleArn())
        .findFirst()
        .orElseThrow();
  }

  /** The variant that has served least for its weight. */
  private synchronized String next(String name, List<ProductionVariantSummary> variants) {
    String chosen =
        variants.stream()
            .filter(each -> each.currentWeight() > 0)
            .min(
                Comparator.comparingDouble(
                    each -> served(name, each.variantName()) / each.currentWeight()))
            .map(ProductionVariantSummary::variantName)
            .orElse("");
    served.merge(name + "/" + chosen, 1, Integer::sum);
    return chosen;
  }

  private double served(String name, String variant) {
    return served.getOrDefault(name + "/" + variant, 0);
  }
}
