package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.protocol.AwsError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteModelResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelResponse;
import software.amazon.awssdk.services.sagemaker.model.ListModelsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListModelsResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelCompressionType;
import software.amazon.awssdk.services.sagemaker.model.ModelDataSource;
import software.amazon.awssdk.services.sagemaker.model.ModelSummary;
import software.amazon.awssdk.services.sagemaker.model.S3ModelDataSource;

/** Models: one container with an image and a {@code model.tar.gz}. */
final class Models {

  private final Surroundings around;
  private final Tags tags;
  private final Shelf<DescribeModelResponse> models;

  Models(Surroundings around, Tags tags) {
    this.around = around;
    this.tags = tags;
    this.models =
        new Shelf<>(around.journal().table("sagemaker-models", DescribeModelResponse::builder));
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("CreateModel", CreateModelRequest::builder, this::create)
            .needs((request, call) -> creating(request)),
        Operation.of("DescribeModel", DescribeModelRequest::builder, this::describe)
            .on(request -> arn(request.modelName())),
        Operation.of("DeleteModel", DeleteModelRequest::builder, this::delete)
            .on(request -> arn(request.modelName())),
        Operation.of("ListModels", ListModelsRequest::builder, this::list));
  }

  private static String arn(String name) {
    return Names.arn("model", name);
  }

  private static List<Permission> creating(CreateModelRequest request) {
    Members.required(request, "ModelName", "ExecutionRoleArn");
    Conditions conditions =
        new Conditions()
            .vpc(request.vpcConfig())
            .with("NetworkIsolation", request.enableNetworkIsolation())
            .tags(request.tags());
    List<Permission> needed =
        Names.create("CreateModel", arn(request.modelName()), request.hasTags(), conditions.all());
    needed.add(Permission.passRole(request.executionRoleArn(), Names.PRINCIPAL));
    return needed;
  }

  private synchronized CreateModelResponse create(CreateModelRequest request, Call call) {
    Members.only(
        request,
        "ModelName",
        "PrimaryContainer",
        "Containers",
        "ExecutionRoleArn",
        "Tags",
        "VpcConfig",
        "EnableNetworkIsolation");
    Names.checked("modelName", request.modelName());
    String name = request.modelName();
    if (models.find(name).isPresent()) throw Names.exists("model", arn(name));
    DescribeModelResponse model =
        Members.echo(request, DescribeModelResponse.builder())
            .modelArn(arn(name))
            .creationTime(around.now())
            .build();
    check(container(model));
    models.put(name, model);
    tags.put(arn(name), request.tags());
    return CreateModelResponse.builder().modelArn(arn(name)).build();
  }

  private void check(ContainerDefinition container) {
    Members.only(
        container,
        "ContainerHostname",
        "Image",
        "Mode",
        "ModelDataUrl",
        "ModelDataSource",
        "Environment");
    Members.required(container, "Image");
    around.images().folder(container.image());
    modelUri(container);
  }

  static ContainerDefinition container(DescribeModelResponse model) {
    if (model.primaryContainer() != null) return model.primaryContainer();
    if (model.containers().size() == 1) return model.containers().get(0);
    throw AwsError.validation(
        "Containers is " + model.containers().size() + "; the limit here is 1");
  }

  private DescribeModelResponse describe(DescribeModelRequest request, Call call) {
    return find(request.modelName());
  }

  DescribeModelResponse find(String name) {
    return models.find(name).orElseThrow(() -> Names.missing("model", arn(name)));
  }

  private synchronized DeleteModelResponse delete(DeleteModelRequest request, Call call) {
    find(request.modelName());
    models.remove(request.modelName());
    tags.remove(arn(request.modelName()));
    return DeleteModelResponse.builder().build();
  }

  private ListModelsResponse list(ListModelsRequest request, Call call) {
    Members.only(request, "NameContains", "MaxResults", "NextToken", "SortBy", "SortOrder");
    List<ModelSummary> found =
        models.all().stream()
            .filter(model -> Listed.named(model.modelName(), request.nameContains()))
            .sorted(Listed.order(DescribeModelResponse::creationTime, request.sortOrderAsString()))
            .map(model -> Members.echo(model, ModelSummary.builder()).build())
            .toList();
    Listed.Page<ModelSummary> page = Listed.page(found, request.nextToken(), request.maxResults());
    return ListModelsResponse.builder().models(page.items()).nextToken(page.next()).build();
  }

  /** The URI of the artifact, given either way; empty when the model is in the image. */
  private static String modelUri(ContainerDefinition container) {
    ModelDataSource source = container.modelDataSource();
    if (source == null) return container.modelDataUrl() == null ? "" : container.modelDataUrl();
    S3ModelDataSource s3 = source.s3DataSource();
    if (s3.compressionType() != ModelCompressionType.GZIP) {
      throw AwsError.validation(
          "CompressionType " + s3.compressionTypeAsString() + " is not known here");
    }
    return s3.s3Uri();
  }

  /** Starts {@code serve}, with the artifact as the model's execution role may read it. */
  ServeContainer start(String modelName, Map<String, String> environment)
      throws JobFailure, IOException {
    DescribeModelResponse model = find(modelName);
    ContainerDefinition container = container(model);
    Path image = around.images().folder(container.image());
    String uri = modelUri(container);
    byte[] artifact =
        uri.isEmpty()
            ? new byte[0]
            : new Transfer(around.store(), model.executionRoleArn()).read(uri);
    Map<String, String> all = new LinkedHashMap<>(container.environment());
    all.putAll(environment);
    return ServeContainer.start(image, artifact, all);
  }
}
