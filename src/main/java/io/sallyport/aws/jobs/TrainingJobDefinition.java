package io.sallyport.aws.jobs;

import io.sallyport.aws.ImageUri;
import java.util.List;
import java.util.Map;

/**
 * A training job as it is wanted. Network isolation and encryption between containers are not in
 * it: every job has them (S02).
 *
 * @param outputUri prefix under which SageMaker puts {@code <job>/output/model.tar.gz}
 * @param outputKey KMS key that encrypts the artifact
 * @param tags labels; they make no other job, so a job found under its name may carry others
 */
public record TrainingJobDefinition(
    ImageUri image,
    Map<String, String> hyperparameters,
    Map<String, String> environment,
    List<TrainingChannel> channels,
    String outputUri,
    String outputKey,
    Placement placement,
    Map<String, String> tags) {

  public TrainingJobDefinition {
    hyperparameters = Map.copyOf(hyperparameters);
    environment = Map.copyOf(environment);
    channels = List.copyOf(channels);
    tags = Map.copyOf(tags);
  }
}
