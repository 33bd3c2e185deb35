package io.sallyport.aws.facts;

import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * What a role could do, by IAM's own simulation (AC-6; design, trust 1): read, not believed. It
 * knows the role's identity policies and boundaries, not the policies of buckets.
 */
@Component
public class RolePermissions {

  private final IamClient iam;

  public RolePermissions(IamClient iam) {
    this.iam = iam;
  }

  /** The resources among {@code resourceArns}, 50 at most, on which the role may do the action. */
  public List<String> allowed(String roleArn, String action, List<String> resourceArns) {
    SimulatePrincipalPolicyResponse simulated =
        iam.simulatePrincipalPolicy(
            simulate ->
                simulate.policySourceArn(roleArn).actionNames(action).resourceArns(resourceArns));
    if (Boolean.TRUE.equals(simulated.isTruncated())) {
      throw new IllegalStateException("IAM answered in pages for " + resourceArns.size());
    }
    return simulated.evaluationResults().stream()
        .flatMap(result -> allowed(result).stream())
        .distinct()
        .toList();
  }

  private static List<String> allowed(EvaluationResult result) {
    if (!result.resourceSpecificResults().isEmpty()) {
      return result.resourceSpecificResults().stream()
          .filter(one -> isAllowed(one.evalResourceDecision()))
          .map(ResourceSpecificResult::evalResourceName)
          .toList();
    }
    return isAllowed(result.evalDecision()) ? List.of(result.evalResourceName()) : List.of();
  }

  private static boolean isAllowed(PolicyEvaluationDecisionType decision) {
    return decision == PolicyEvaluationDecisionType.ALLOWED;
  }
}
