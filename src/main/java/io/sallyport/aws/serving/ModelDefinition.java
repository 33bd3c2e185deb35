package io.sallyport.aws.serving;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.jobs.Vpc;
import java.util.Map;

/**
 * A SageMaker model as it is wanted: the container that answers, and the artifact it answers with.
 * Network isolation is not in it: every model has it (S02).
 *
 * @param artifactUri S3 address of {@code model.tar.gz}, content-addressed
 * @param tags labels; they make no other model
 */
public record ModelDefinition(
    ImageUri image,
    String artifactUri,
    Map<String, String> environment,
    String role,
    Vpc vpc,
    Map<String, String> tags) {

  public ModelDefinition {
    environment = Map.copyOf(environment);
    tags = Map.copyOf(tags);
  }
}
