package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.JsonShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.CreateModelPackageRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelPackageResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelPackageRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelPackageResponse;
import software.amazon.awssdk.services.sagemaker.model.ListModelPackagesRequest;
import software.amazon.awssdk.services.sagemaker.model.ListModelPackagesResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelApprovalStatus;
import software.amazon.awssdk.services.sagemaker.model.ModelPackageStatus;
import software.amazon.awssdk.services.sagemaker.model.ModelPackageSummary;
import software.amazon.awssdk.services.sagemaker.model.UpdateModelPackageRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateModelPackageResponse;

/** Versioned model packages: registered once per client token, then approved or rejected. */
final class ModelPackages {

  /** What was asked with a client token, and the package that came of it. */
  record Token(String asked, String arn) {}

  private final Surroundings around;
  private final Tags tags;
  private final ModelPackageGroups groups;
  private final Shelf<DescribeModelPackageResponse> packages;
  private final Table<Token> tokens;

  ModelPackages(Surroundings around, Tags tags, ModelPackageGroups groups) {
    this.around = around;
    this.tags = tags;
    this.groups = groups;
    this.packages =
        new Shelf<>(
            around
                .journal()
                .table("sagemaker-model-packages", DescribeModelPackageResponse::builder));
    this.tokens = around.journal().table("sagemaker-model-package-tokens", Token.class);
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("CreateModelPackage", CreateModelPackageRequest::builder, this::create)
            .needs((request, call) -> creating(request)),
        Operation.of("DescribeModelPackage", DescribeModelPackageRequest::builder, this::describe)
            .on(DescribeModelPackageRequest::modelPackageName),
        Operation.of("UpdateModelPackage", UpdateModelPackageRequest::builder, this::update)
            .needs((request, call) -> updating(request)),
        Operation.of("ListModelPackages", ListModelPackagesRequest::builder, this::list));
  }

  private static List<Permission> creating(CreateModelPackageRequest request) {
    Members.required(request, "ModelPackageGroupName");
    Conditions conditions =
        new Conditions()
            .with("ModelApprovalStatus", request.modelApprovalStatusAsString())
            .tags(request.tags());
    String group = ModelPackageGroups.name(request.modelPackageGroupName());
    return Names.create(
        "CreateModelPackage",
        Names.arn("model-package", group + "/*"),
        request.hasTags(),
        conditions.all());
  }

  private static List<Permission> updating(UpdateModelPackageRequest request) {
    Members.required(request, "ModelPackageArn");
    Conditions conditions =
        new Conditions().with("ModelApprovalStatus", request.modelApprovalStatusAsString());
    return List.of(
        new Permission(":UpdateModelPackage", request.modelPackageArn(), conditions.all()));
  }

  private synchronized CreateModelPackageResponse create(
      CreateModelPackageRequest request, Call call) {
    Members.only(
        request,
        "ModelPackageGroupName",
        "ModelPackageDescription",
        "InferenceSpecification",
        "CertifyForMarketplace",
        "Tags",
        "ModelApprovalStatus",
        "MetadataProperties",
        "ModelMetrics",
        "ClientToken",
        "CustomerMetadataProperties",
        "SkipModelValidation",
        "SourceUri",
        "SecurityConfig",
        "ModelCard",
        "Domain",
        "Task");
    String group = groups.find(request.modelPackageGroupName()).modelPackageGroupName();
    CustomerMetadata.check(request.customerMetadataProperties());
    String arn = earlier(request).orElseGet(() -> register(request, group));
    return CreateModelPackageResponse.builder().modelPackageArn(arn).build();
  }

  /** The package that the same token made; the same token with another request is refused. */
  private Optional<String> earlier(CreateModelPackageRequest request) {
    if (request.clientToken() == null) return Optional.empty();
    Optional<Token> token = tokens.find(request.clientToken());
    if (token.isPresent() && !token.get().asked().equals(JsonShape.write(request).toString())) {
      throw AwsError.bad(
          "ConflictException", "ClientToken was used with another request: " + token.get().arn());
    }
    return token.map(Token::arn);
  }

  private String register(CreateModelPackageRequest request, String group) {
    int version = of(group).size() + 1;
    String arn = Names.arn("model-package", group + "/" + version);
    DescribeModelPackageResponse made =
        Members.echo(request, DescribeModelPackageResponse.builder())
            .modelPackageGroupName(group)
            .modelPackageVersion(version)
            .modelPackageArn(arn)
            .creationTime(around.now())
            .modelPackageStatus(ModelPackageStatus.COMPLETED)
            .modelPackageStatusDetails(details -> details.validationStatuses(List.of()))
            .modelApprovalStatus(
                request.modelApprovalStatus() == null
                    ? ModelApprovalStatus.PENDING_MANUAL_APPROVAL
                    : request.modelApprovalStatus())
            .build();
    packages.put(arn, made);
    tags.put(arn, request.tags());
    if (request.clientToken() != null) {
      tokens.put(request.clientToken(), new Token(JsonShape.write(request).toString(), arn));
    }
    publish(made);
    return arn;
  }

  private List<DescribeModelPackageResponse> of(String group) {
    return packages.all().stream()
        .filter(made -> made.modelPackageGroupName().equals(group))
        .toList();
  }

  private DescribeModelPackageResponse describe(DescribeModelPackageRequest request, Call call) {
    return find(request.modelPackageName());
  }

  private DescribeModelPackageResponse find(String arn) {
    return packages
        .find(arn)
        .orElseThrow(() -> AwsError.validation("ModelPackage " + arn + " does not exist."));
  }

  private synchronized UpdateModelPackageResponse update(
      UpdateModelPackageRequest request, Call call) {
    Members.only(
        request,
        "ModelPackageArn",
        "ModelApprovalStatus",
        "ApprovalDescription",
        "CustomerMetadataProperties",
        "CustomerMetadataPropertiesToRemove",
        "ClientToken");
    DescribeModelPackageResponse before = find(request.modelPackageArn());
    Map<String, String> metadata = new LinkedHashMap<>(before.customerMetadataProperties());
    metadata.putAll(request.customerMetadataProperties());
    metadata.keySet().removeAll(request.customerMetadataPropertiesToRemove());
    CustomerMetadata.check(metadata);
    DescribeModelPackageResponse.Builder after =
        before.toBuilder().customerMetadataProperties(metadata).lastModifiedTime(around.now());
    if (request.approvalDescription() != null) {
      after.approvalDescription(request.approvalDescription());
    }
    if (request.modelApprovalStatus() != null) {
      after.modelApprovalStatus(request.modelApprovalStatus());
    }
    packages.put(before.modelPackageArn(), after.build());
    publish(after.build());
    return UpdateModelPackageResponse.builder().modelPackageArn(before.modelPackageArn()).build();
  }

  private ListModelPackagesResponse list(ListModelPackagesRequest request, Call call) {
    Members.required(request, "ModelPackageGroupName");
    Members.only(
        request,
        "ModelPackageGroupName",
        "ModelPackageType",
        "ModelApprovalStatus",
        "MaxResults",
        "NextToken",
        "SortBy",
        "SortOrder");
    String group = groups.find(request.modelPackageGroupName()).modelPackageGroupName();
    List<ModelPackageSummary> found =
        of(group).stream()
            .filter(each -> Listed.same(each.modelApprovalStatus(), request.modelApprovalStatus()))
            .sorted(
                Listed.order(
                    DescribeModelPackageResponse::creationTime, request.sortOrderAsString()))
            .map(each -> Members.echo(each, ModelPackageSummary.builder()).build())
            .toList();
    Listed.Page<ModelPackageSummary> page =
        Listed.page(found, request.nextToken(), request.maxResults());
    return ListModelPackagesResponse.builder()
        .modelPackageSummaryList(page.items())
        .nextToken(page.next())
        .build();
  }

  private void publish(DescribeModelPackageResponse made) {
    around
        .events()
        .sageMaker(
            "Model Package",
            made.modelPackageArn(),
            EventDetails.untagged(EventDetails.of(SdkJson.iso(), made, List.of())));
  }
}
