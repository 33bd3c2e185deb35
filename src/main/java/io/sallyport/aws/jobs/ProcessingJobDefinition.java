package io.sallyport.aws.jobs;

import io.sallyport.aws.ImageUri;
import java.util.List;
import java.util.Map;

/**
 * A processing job as it is wanted. Network isolation and encryption between containers are not in
 * it: every job has them (S02).
 *
 * @param arguments what the image's entry point is given
 * @param outputKey KMS key that encrypts all outputs
 * @param tags labels; they make no other job, so a job found under its name may carry others
 */
public record ProcessingJobDefinition(
    ImageUri image,
    List<String> arguments,
    Map<String, String> environment,
    List<JobInput> inputs,
    List<JobOutput> outputs,
    String outputKey,
    Placement placement,
    Map<String, String> tags) {

  public ProcessingJobDefinition {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    tags = Map.copyOf(tags);
  }
}
