package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.policy.Document;
import io.sallyport.local.aws.policy.Question;
import io.sallyport.local.aws.policy.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/** What a principal might do, by the same evaluator that decides calls. */
final class Simulation {

  private final Environment environment;

  Simulation(Environment environment) {
    this.environment = environment;
  }

  SimulatePrincipalPolicyResponse simulate(SimulatePrincipalPolicyRequest request, Call call) {
    String principal = request.policySourceArn();
    List<Document> documents = new ArrayList<>(environment.identities().policiesOf(principal));
    request.policyInputList().forEach(text -> documents.add(Document.parse(text)));
    List<String> resources = request.hasResourceArns() ? request.resourceArns() : List.of("*");
    List<EvaluationResult> results = new ArrayList<>();
    for (String action : request.actionNames()) {
      for (String resource : resources) {
        Question question =
            new Question(List.of(principal), Optional.empty(), action, resource, context(request));
        results.add(result(question, documents, Optional.ofNullable(request.resourcePolicy())));
      }
    }
    return SimulatePrincipalPolicyResponse.builder()
        .evaluationResults(results)
        .isTruncated(false)
        .build();
  }

  private static Map<String, List<String>> context(SimulatePrincipalPolicyRequest request) {
    Map<String, List<String>> context = new HashMap<>();
    context.put("aws:PrincipalArn", List.of(request.policySourceArn()));
    context.put("aws:PrincipalAccount", List.of(Arn.ACCOUNT));
    request
        .contextEntries()
        .forEach(entry -> context.put(entry.contextKeyName(), entry.contextKeyValues()));
    return context;
  }

  private static EvaluationResult result(
      Question question, List<Document> documents, Optional<String> resourcePolicy) {
    Verdict identity = Verdict.ofIdentity(documents, question);
    Optional<Verdict> resource =
        resourcePolicy.map(text -> Verdict.ofResource(Document.parse(text), question));
    Verdict decisive =
        identity.denies()
            ? identity
            : resource
                .filter(verdict -> verdict.denies() || (verdict.allows() && verdict.direct()))
                .orElse(identity);
    return EvaluationResult.builder()
        .evalActionName(question.action())
        .evalResourceName(question.resource())
        .evalDecision(decisive.effect().word())
        .matchedStatements(
            decisive.sid().stream()
                .map(
                    sid ->
                        software.amazon.awssdk.services.iam.model.Statement.builder()
                            .sourcePolicyId(sid)
                            .build())
                .toList())
        .build();
  }
}
