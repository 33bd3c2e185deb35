package io.sallyport.aws.jobs;

import java.util.Map;

/**
 * A batch transform as it is wanted: rows of CSV without header or label in, a JSON line a row out,
 * in the same order, under {@code <outputUri>/<input file>.out}.
 *
 * @param model name of the SageMaker model; it brings image, artifact, role and network
 * @param inputUri the file of rows, or a prefix of such files
 * @param outputKey KMS key that encrypts the predictions
 * @param machine its volume's size is fixed by SageMaker and not sent
 * @param tags labels; they make no other job
 */
public record TransformJobDefinition(
    String model,
    String inputUri,
    String outputUri,
    String outputKey,
    Machine machine,
    Map<String, String> environment,
    Map<String, String> tags) {

  public TransformJobDefinition {
    environment = Map.copyOf(environment);
    tags = Map.copyOf(tags);
  }
}
