package io.sallyport.aws.serving;

import java.util.Map;

/**
 * An endpoint configuration as it is wanted: one variant, everything captured, everything encrypted
 * (S13, S15).
 *
 * @param model name of the SageMaker model
 * @param instanceCount with which it starts: the authorized minimum
 * @param kmsKey encrypts the volumes of its instances
 * @param captureUri prefix to which requests and answers are written
 * @param captureKey encrypts what is captured
 * @param tags labels; they make no other configuration
 */
public record EndpointConfigDefinition(
    String model,
    String instanceType,
    int instanceCount,
    String kmsKey,
    String captureUri,
    String captureKey,
    Map<String, String> tags) {

  /** Name of the one variant. */
  public static final String VARIANT = "authorized";

  public EndpointConfigDefinition {
    tags = Map.copyOf(tags);
  }
}
