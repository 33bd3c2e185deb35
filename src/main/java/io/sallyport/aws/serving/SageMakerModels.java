package io.sallyport.aws.serving;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.ImageUri;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.Safeguards;
import io.sallyport.aws.jobs.Tags;
import io.sallyport.aws.jobs.Vpc;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.ContainerMode;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelResponse;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/**
 * SageMaker models: artifact and container under one name (S13). The call takes no token, so what
 * is there is looked at first, and again when SageMaker says that the name is taken.
 */
@Component
public class SageMakerModels {

  private final SageMakerClient sageMaker;

  public SageMakerModels(SageMakerClient sageMaker) {
    this.sageMaker = sageMaker;
  }

  /** Creates the model, or adopts what an earlier try created. Returns its ARN. */
  public String createOrAdopt(ResourceName name, ModelDefinition wanted) {
    return describe(name)
        .map(found -> adopt(name, found, wanted))
        .orElseGet(() -> create(name, wanted));
  }

  /** Deletes the model; one that is not there is as good as deleted. */
  public void delete(ResourceName name) {
    Absence.ignored(() -> sageMaker.deleteModel(model -> model.modelName(name.value())));
  }

  private String create(ResourceName name, ModelDefinition wanted) {
    try {
      return sageMaker.createModel(request(name, wanted)).modelArn();
    } catch (SageMakerException refused) {
      if (!Absence.isTaken(refused)) throw refused;
      return describe(name).map(found -> adopt(name, found, wanted)).orElseThrow(() -> refused);
    }
  }

  private static String adopt(
      ResourceName name, DescribeModelResponse found, ModelDefinition wanted) {
    requireSafe(name, found);
    Adoption.requireSame(name, definition(found, wanted.tags()), wanted);
    return found.modelArn();
  }

  /** Many models in one container would answer with artifacts that nobody authorized. */
  private static void requireSafe(ResourceName name, DescribeModelResponse found) {
    ContainerDefinition container = found.primaryContainer();
    boolean alone = container != null && found.containers().isEmpty();
    new Safeguards(name)
        .isolated(found.enableNetworkIsolation())
        .inVpc(found.vpcConfig())
        .has("one container", alone, "not one container")
        .has(
            "one model", !alone || container.mode() != ContainerMode.MULTI_MODEL, "for many models")
        .require();
  }

  private Optional<DescribeModelResponse> describe(ResourceName name) {
    return Absence.orEmpty(() -> sageMaker.describeModel(model -> model.modelName(name.value())));
  }

  static CreateModelRequest request(ResourceName name, ModelDefinition wanted) {
    return CreateModelRequest.builder()
        .modelName(name.value())
        .executionRoleArn(wanted.role())
        .enableNetworkIsolation(true)
        .vpcConfig(wanted.vpc().toConfig())
        .primaryContainer(
            container ->
                container
                    .image(wanted.image().value())
                    .modelDataUrl(wanted.artifactUri())
                    .environment(wanted.environment()))
        .tags(Tags.of(wanted.tags()))
        .build();
  }

  private static ModelDefinition definition(DescribeModelResponse model, Map<String, String> tags) {
    return new ModelDefinition(
        new ImageUri(model.primaryContainer().image()),
        model.primaryContainer().modelDataUrl(),
        model.primaryContainer().environment(),
        model.executionRoleArn(),
        Vpc.of(model.vpcConfig()),
        tags);
  }
}
