package io.sallyport.local.aws.sagemaker;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

/** The containers that answer for one endpoint under one configuration: one a variant. */
final class Fleet implements AutoCloseable {

  /** AWS gives a container four minutes unless the variant says otherwise. */
  private static final int HEALTH_CHECK_SECONDS_DEFAULT = 240;

  private final DescribeEndpointConfigResponse config;
  private final Map<String, ServeContainer> containers = new LinkedHashMap<>();

  private Fleet(DescribeEndpointConfigResponse config) {
    this.config = config;
  }

  /** Starts all containers; ready when all answer their ping. */
  static Fleet start(DescribeEndpointConfigResponse config, Models models)
      throws JobFailure, InterruptedException {
    Fleet fleet = new Fleet(config);
    try {
      for (ProductionVariant variant : config.productionVariants()) {
        fleet.start(variant, models);
      }
      return fleet;
    } catch (JobFailure | InterruptedException | RuntimeException failed) {
      fleet.close();
      throw failed;
    }
  }

  private void start(ProductionVariant variant, Models models)
      throws JobFailure, InterruptedException {
    Duration max =
        Duration.ofSeconds(
            Optional.ofNullable(variant.containerStartupHealthCheckTimeoutInSeconds())
                .orElse(HEALTH_CHECK_SECONDS_DEFAULT));
    try {
      ServeContainer container = models.start(variant.modelName(), Map.of());
      containers.put(variant.variantName(), container);
      if (container.isReadyWithin(max)) return;
      throw new JobFailure(
          ("The primary container for production variant %s did not pass the ping health check."
                  + " Please check CloudWatch logs for this endpoint. %s")
              .formatted(variant.variantName(), container.logTail()));
    } catch (IOException broken) {
      throw new JobFailure(
          "Failed to start production variant " + variant.variantName() + ": " + broken);
    }
  }

  DescribeEndpointConfigResponse config() {
    return config;
  }

  Optional<ServeContainer> container(String variant) {
    return Optional.ofNullable(containers.get(variant));
  }

  @Override
  public void close() {
    containers.values().forEach(ServeContainer::close);
  }
}
