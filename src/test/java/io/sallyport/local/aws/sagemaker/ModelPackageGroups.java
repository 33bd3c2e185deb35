package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.model.CreateModelPackageGroupRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelPackageGroupResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelPackageGroupRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelPackageGroupResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelPackageGroupStatus;

/** Model package groups: the shelf on which the versions of one model stand. */
final class ModelPackageGroups {

  private final Surroundings around;
  private final Tags tags;
  private final Shelf<DescribeModelPackageGroupResponse> groups;

  ModelPackageGroups(Surroundings around, Tags tags) {
    this.around = around;
    this.tags = tags;
    this.groups =
        new Shelf<>(
            around
                .journal()
                .table(
                    "sagemaker-model-package-groups", DescribeModelPackageGroupResponse::builder));
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of(
                "CreateModelPackageGroup", CreateModelPackageGroupRequest::builder, this::create)
            .needs(
                (request, call) ->
                    Names.create(
                        "CreateModelPackageGroup",
                        arn(request.modelPackageGroupName()),
                        request.hasTags(),
                        Map.of())),
        Operation.of(
                "DescribeModelPackageGroup",
                DescribeModelPackageGroupRequest::builder,
                this::describe)
            .on(request -> arn(name(request.modelPackageGroupName()))));
  }

  static String arn(String name) {
    return Names.arn("model-package-group", name);
  }

  /** A group may be named by its name or by its ARN. */
  static String name(String nameOrArn) {
    return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
  }

  private synchronized CreateModelPackageGroupResponse create(
      CreateModelPackageGroupRequest request, Call call) {
    Members.required(request, "ModelPackageGroupName");
    Members.only(request, "ModelPackageGroupName", "ModelPackageGroupDescription", "Tags");
    String name = request.modelPackageGroupName();
    Names.checked("modelPackageGroupName", name);
    if (groups.find(name).isPresent()) {
      throw AwsError.validation("Model Package Group already exists: " + arn(name));
    }
    groups.put(
        name,
        Members.echo(request, DescribeModelPackageGroupResponse.builder())
            .modelPackageGroupArn(arn(name))
            .modelPackageGroupStatus(ModelPackageGroupStatus.COMPLETED)
            .creationTime(around.now())
            .build());
    tags.put(arn(name), request.tags());
    return CreateModelPackageGroupResponse.builder().modelPackageGroupArn(arn(name)).build();
  }

  private DescribeModelPackageGroupResponse describe(
      DescribeModelPackageGroupRequest request, Call call) {
    return find(request.modelPackageGroupName());
  }

  DescribeModelPackageGroupResponse find(String nameOrArn) {
    String name = name(nameOrArn);
    return groups
        .find(name)
        .orElseThrow(
            () -> AwsError.validation("ModelPackageGroup " + arn(name) + " does not exist."));
  }
}
