package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.policy.Document;
import io.sallyport.local.aws.protocol.AwsError;
import java.time.Instant;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;

/** Policies with an ARN of their own, attached to roles; each has one version, {@code v1}. */
final class ManagedPolicies {

  private static final String VERSION = "v1";

  record Managed(String name, String id, String document, Instant created) {
    String arn() {
      return Arn.iam("policy/" + name);
    }
  }

  private final Table<Managed> table;
  private final Environment environment;
  private final Roles roles;
  private final PrincipalPolicies policies;

  ManagedPolicies(Environment environment, Roles roles) {
    this.table = environment.journal().table("managed-policy", Managed.class);
    this.environment = environment;
    this.roles = roles;
    this.policies = environment.identities().policies();
  }

  /** On a principal, a managed policy goes by its ARN. */
  static boolean isManaged(String name) {
    return name.startsWith("arn:");
  }

  synchronized CreatePolicyResponse create(CreatePolicyRequest request, Call call) {
    Document.parse(request.policyDocument());
    String id = "ANPA" + environment.ids().upper(17);
    Managed made =
        new Managed(
            request.policyName(), id, request.policyDocument(), environment.clock().instant());
    if (table.contains(made.arn())) {
      throw new AwsError(
          "EntityAlreadyExists", 409, "A policy called " + made.name() + " already exists.");
    }
    table.put(made.arn(), made);
    return CreatePolicyResponse.builder().policy(shape(made)).build();
  }

  private Managed find(String arn) {
    return table
        .find(arn)
        .orElseThrow(
            () -> Roles.missing("Policy " + arn + " does not exist or is not attachable."));
  }

  GetPolicyResponse get(GetPolicyRequest request, Call call) {
    return GetPolicyResponse.builder().policy(shape(find(request.policyArn()))).build();
  }

  GetPolicyVersionResponse getVersion(GetPolicyVersionRequest request, Call call) {
    Managed managed = find(request.policyArn());
    if (!request.versionId().equals(VERSION)) {
      throw Roles.missing("Policy version " + request.versionId() + " does not exist.");
    }
    return GetPolicyVersionResponse.builder()
        .policyVersion(
            shape ->
                shape
                    .versionId(VERSION)
                    .isDefaultVersion(true)
                    .document(Roles.encoded(managed.document()))
                    .createDate(managed.created()))
        .build();
  }

  AttachRolePolicyResponse attach(AttachRolePolicyRequest request, Call call) {
    Managed managed = find(request.policyArn());
    policies.put(roles.find(request.roleName()).arn(), managed.arn(), managed.document());
    return AttachRolePolicyResponse.builder().build();
  }

  DetachRolePolicyResponse detach(DetachRolePolicyRequest request, Call call) {
    String role = roles.find(request.roleName()).arn();
    if (policies.find(role, request.policyArn()).isEmpty()) {
      throw Roles.missing("Policy " + request.policyArn() + " was not found.");
    }
    policies.remove(role, request.policyArn());
    return DetachRolePolicyResponse.builder().build();
  }

  ListAttachedRolePoliciesResponse attached(ListAttachedRolePoliciesRequest request, Call call) {
    return ListAttachedRolePoliciesResponse.builder()
        .attachedPolicies(
            policies.names(roles.find(request.roleName()).arn()).stream()
                .filter(ManagedPolicies::isManaged)
                .map(this::find)
                .map(each -> AttachedPolicy.builder().policyArn(each.arn()).policyName(each.name()))
                .map(AttachedPolicy.Builder::build)
                .toList())
        .isTruncated(false)
        .build();
  }

  private static Policy shape(Managed managed) {
    return Policy.builder()
        .policyName(managed.name())
        .policyId(managed.id())
        .arn(managed.arn())
        .path("/")
        .defaultVersionId(VERSION)
        .isAttachable(true)
        .createDate(managed.created())
        .build();
  }
}
