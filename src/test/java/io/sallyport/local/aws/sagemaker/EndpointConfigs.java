package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

/** Endpoint configurations: which models answer, with which weight, and what is captured. */
final class EndpointConfigs {

  private static final int VARIANTS_MAX = 10;

  private final Surroundings around;
  private final Tags tags;
  private final Models models;
  private final Shelf<DescribeEndpointConfigResponse> configs;

  EndpointConfigs(Surroundings around, Tags tags, Models models) {
    this.around = around;
    this.tags = tags;
    this.models = models;
    this.configs =
        new Shelf<>(
            around
                .journal()
                .table("sagemaker-endpoint-configs", DescribeEndpointConfigResponse::builder));
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("CreateEndpointConfig", CreateEndpointConfigRequest::builder, this::create)
            .needs((request, call) -> creating(request)),
        Operation.of(
                "DescribeEndpointConfig", DescribeEndpointConfigRequest::builder, this::describe)
            .on(request -> arn(request.endpointConfigName())),
        Operation.of("DeleteEndpointConfig", DeleteEndpointConfigRequest::builder, this::delete)
            .on(request -> arn(request.endpointConfigName())));
  }

  static String arn(String name) {
    return Names.arn("endpoint-config", name);
  }

  private static List<Permission> creating(CreateEndpointConfigRequest request) {
    Members.required(request, "EndpointConfigName", "ProductionVariants");
    Conditions conditions =
        new Conditions()
            .vpc(request.vpcConfig())
            .with("NetworkIsolation", request.enableNetworkIsolation())
            .with("VolumeKmsKey", request.kmsKeyId())
            .tags(request.tags());
    return Names.create(
        "CreateEndpointConfig",
        arn(request.endpointConfigName()),
        request.hasTags(),
        conditions.all());
  }

  private synchronized CreateEndpointConfigResponse create(
      CreateEndpointConfigRequest request, Call call) {
    Members.only(
        request,
        "EndpointConfigName",
        "ProductionVariants",
        "ShadowProductionVariants",
        "DataCaptureConfig",
        "Tags",
        "KmsKeyId");
    String name = request.endpointConfigName();
    Names.checked("endpointConfigName", name);
    if (configs.find(name).isPresent()) {
      throw Names.exists("endpoint configuration", arn(name));
    }
    int variants = request.productionVariants().size();
    if (variants == 0 || variants > VARIANTS_MAX) {
      throw AwsError.validation(
          "productionVariants is " + variants + "; the limit is 1 to " + VARIANTS_MAX);
    }
    request.productionVariants().forEach(this::check);
    request.shadowProductionVariants().forEach(this::check);
    if (request.dataCaptureConfig() != null) {
      Members.required(
          request.dataCaptureConfig(),
          "InitialSamplingPercentage",
          "DestinationS3Uri",
          "CaptureOptions");
    }
    configs.put(
        name,
        Members.echo(request, DescribeEndpointConfigResponse.builder())
            .endpointConfigArn(arn(name))
            .creationTime(around.now())
            .build());
    tags.put(arn(name), request.tags());
    return CreateEndpointConfigResponse.builder().endpointConfigArn(arn(name)).build();
  }

  private void check(ProductionVariant variant) {
    Members.only(
        variant,
        "VariantName",
        "ModelName",
        "InitialInstanceCount",
        "InstanceType",
        "InitialVariantWeight",
        "VolumeSizeInGB",
        "ModelDataDownloadTimeoutInSeconds",
        "ContainerStartupHealthCheckTimeoutInSeconds",
        "EnableSSMAccess");
    Members.required(variant, "VariantName", "ModelName");
    models.find(variant.modelName());
  }

  private DescribeEndpointConfigResponse describe(
      DescribeEndpointConfigRequest request, Call call) {
    return find(request.endpointConfigName());
  }

  DescribeEndpointConfigResponse find(String name) {
    return configs.find(name).orElseThrow(() -> Names.missing("endpoint configuration", arn(name)));
  }

  /** Nothing here sends a copy of each call to a variant in the shadow. */
  void requireServable(String name) {
    if (!find(name).shadowProductionVariants().isEmpty()) {
      throw AwsError.validation("ShadowProductionVariants of " + name + " are not served here");
    }
  }

  private synchronized DeleteEndpointConfigResponse delete(
      DeleteEndpointConfigRequest request, Call call) {
    find(request.endpointConfigName());
    configs.remove(request.endpointConfigName());
    tags.remove(arn(request.endpointConfigName()));
    return DeleteEndpointConfigResponse.builder().build();
  }
}
