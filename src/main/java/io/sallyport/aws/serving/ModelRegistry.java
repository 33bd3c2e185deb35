package io.sallyport.aws.serving;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.Tags;
import io.sallyport.aws.serving.RegisteredPackage.Approval;
import io.sallyport.rules.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelPackageResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelApprovalStatus;
import software.amazon.awssdk.services.sagemaker.model.ModelPackageSortBy;
import software.amazon.awssdk.services.sagemaker.model.ModelPackageSummary;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SortOrder;

/**
 * SageMaker's model registry: a group for each model, an entry for each version, pending until the
 * named authorities have decided (S06, S07, S12).
 */
@Component
public class ModelRegistry {

  /** A model has few versions; one that has more must be looked at by a person. */
  private static final int PACKAGES_MAX = 1_000;

  /** As many as SageMaker gives at once. */
  private static final int PAGE = 100;

  private final SageMakerClient sageMaker;

  public ModelRegistry(SageMakerClient sageMaker) {
    this.sageMaker = sageMaker;
  }

  /** Creates the model's group unless it is there. Returns its ARN. */
  public String createGroupOrAdopt(String group, Map<String, String> tags) {
    return groupArn(group).orElseGet(() -> createGroup(group, tags));
  }

  /**
   * Registers the version as pending, or adopts what an earlier try registered. The token makes a
   * quick second try harmless; SageMaker forgets tokens, so the group is searched first.
   *
   * @throws Refused {@code aws/packages-are-few} when the group holds too many to be searched
   */
  public RegisteredPackage registerOrAdopt(ResourceName name, PackageDefinition wanted) {
    return find(name, wanted.group())
        .map(found -> adopt(name, found, wanted))
        .orElseGet(() -> register(name, wanted));
  }

  public RegisteredPackage describe(String arn) {
    return PackageRequests.registered(describeRaw(arn));
  }

  /** Approves with a reason; {@code added} joins the entry's metadata. */
  public void approve(String arn, String reason, RegistryMetadata added) {
    update(arn, ModelApprovalStatus.APPROVED, reason, added);
  }

  /** Rejects, also what was approved before: a withdrawn version must not be deployed. */
  public void reject(String arn, String reason, RegistryMetadata added) {
    update(arn, ModelApprovalStatus.REJECTED, reason, added);
  }

  private void update(
      String arn, ModelApprovalStatus status, String reason, RegistryMetadata added) {
    RegisteredPackage now = describe(arn);
    Map<String, String> all = new HashMap<>(now.definition().metadata().entries());
    all.putAll(added.entries());
    RegistryMetadata metadata = new RegistryMetadata(all); // refuses what would not fit
    sageMaker.updateModelPackage(
        update ->
            update
                .modelPackageArn(arn)
                .modelApprovalStatus(status)
                .approvalDescription(reason)
                .customerMetadataProperties(metadata.entries()));
  }

  private RegisteredPackage register(ResourceName name, PackageDefinition wanted) {
    String arn =
        sageMaker.createModelPackage(PackageRequests.request(name, wanted)).modelPackageArn();
    return adopt(name, describe(arn), wanted);
  }

  /** An entry that was decided since is adopted too: its metadata may have grown. */
  private static RegisteredPackage adopt(
      ResourceName name, RegisteredPackage found, PackageDefinition wanted) {
    PackageDefinition definition = found.definition();
    boolean decided = found.approval() != Approval.PENDING;
    Adoption.requireSame(
        name,
        decided ? PackageRequests.withMetadata(definition, wanted.metadata()) : definition,
        wanted);
    return found;
  }

  private Optional<RegisteredPackage> find(ResourceName name, String group) {
    int seen = 0;
    for (ModelPackageSummary summary : newestFirst(group)) {
      if (++seen > PACKAGES_MAX) {
        String limit = "at most " + PACKAGES_MAX;
        throw new Refused("aws/packages-are-few", group, "a group of more packages", limit);
      }
      if (PackageRequests.isNamed(summary.modelPackageDescription(), name)) {
        return Optional.of(describe(summary.modelPackageArn()));
      }
    }
    return Optional.empty();
  }

  private Iterable<ModelPackageSummary> newestFirst(String group) {
    return sageMaker
        .listModelPackagesPaginator(
            list ->
                list.modelPackageGroupName(group)
                    .sortBy(ModelPackageSortBy.CREATION_TIME)
                    .sortOrder(SortOrder.DESCENDING)
                    .maxResults(PAGE))
        .modelPackageSummaryList();
  }

  private String createGroup(String group, Map<String, String> tags) {
    try {
      return sageMaker
          .createModelPackageGroup(
              create -> create.modelPackageGroupName(group).tags(Tags.of(tags)))
          .modelPackageGroupArn();
    } catch (SageMakerException refused) {
      if (!Absence.isTaken(refused)) throw refused;
      return groupArn(group).orElseThrow(() -> refused);
    }
  }

  private Optional<String> groupArn(String group) {
    return Absence.orEmpty(
        () ->
            sageMaker
                .describeModelPackageGroup(describe -> describe.modelPackageGroupName(group))
                .modelPackageGroupArn());
  }

  private DescribeModelPackageResponse describeRaw(String arn) {
    return sageMaker.describeModelPackage(describe -> describe.modelPackageName(arn));
  }
}
