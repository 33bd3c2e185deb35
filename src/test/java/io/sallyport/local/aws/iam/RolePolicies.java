package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/** The policies written into a role itself: all together as long as IAM lets them be. */
final class RolePolicies {

  private static final int CHARACTERS_MAX = 10_240;

  private final Roles roles;
  private final PrincipalPolicies policies;

  RolePolicies(Environment environment, Roles roles) {
    this.roles = roles;
    this.policies = environment.identities().policies();
  }

  synchronized PutRolePolicyResponse put(PutRolePolicyRequest request, Call call) {
    Role role = roles.find(request.roleName());
    int others =
        names(role).stream()
            .filter(name -> !name.equals(request.policyName()))
            .mapToInt(name -> characters(document(role.name(), name)))
            .sum();
    if (others + characters(request.policyDocument()) > CHARACTERS_MAX) {
      throw new AwsError(
          "LimitExceeded",
          409,
          "Maximum policy size of " + CHARACTERS_MAX + " bytes exceeded for role " + role.name());
    }
    policies.put(role.arn(), request.policyName(), request.policyDocument());
    return PutRolePolicyResponse.builder().build();
  }

  /** IAM does not count white space. */
  private static int characters(String document) {
    return document.replaceAll("\\s", "").length();
  }

  private List<String> names(Role role) {
    return policies.names(role.arn()).stream()
        .filter(name -> !ManagedPolicies.isManaged(name))
        .toList();
  }

  GetRolePolicyResponse get(GetRolePolicyRequest request, Call call) {
    return GetRolePolicyResponse.builder()
        .roleName(request.roleName())
        .policyName(request.policyName())
        .policyDocument(Roles.encoded(document(request.roleName(), request.policyName())))
        .build();
  }

  private String document(String roleName, String policyName) {
    return policies
        .find(roles.find(roleName).arn(), policyName)
        .orElseThrow(
            () -> Roles.missing("The role policy with name " + policyName + " cannot be found."));
  }

  ListRolePoliciesResponse list(ListRolePoliciesRequest request, Call call) {
    return ListRolePoliciesResponse.builder()
        .policyNames(names(roles.find(request.roleName())))
        .isTruncated(false)
        .build();
  }

  DeleteRolePolicyResponse delete(DeleteRolePolicyRequest request, Call call) {
    document(request.roleName(), request.policyName());
    policies.remove(roles.find(request.roleName()).arn(), request.policyName());
    return DeleteRolePolicyResponse.builder().build();
  }
}
