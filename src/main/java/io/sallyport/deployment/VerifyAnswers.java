package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.Invocation;
import io.sallyport.aws.serving.Invocations;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.Refusals;
import io.sallyport.rules.Finding;
import io.sallyport.rules.service.AnswerFacts;
import io.sallyport.rules.service.ServiceRules;
import io.sallyport.rules.training.TheHoldOutCanBeJudged;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Verify the answers</i> of {@code deployment} (design, trust 4): what was evaluated is
 * what answers. Hold-out rows, drawn only now, are sent as the checking role, which may invoke
 * during this step alone; labels must be equal, scores and values within the tolerance.
 */
@Component
class VerifyAnswers implements JavaDelegate {

  private final Steps steps;
  private final ExactCopies copies;
  private final InvokePermissions permissions;
  private final Invocations invocations;
  private final RandomGenerator random;
  private final Settings settings;
  private final Refusals refusals;
  private final Ledger ledger;
  private final Clock clock;

  VerifyAnswers(
      Steps steps,
      ExactCopies copies,
      InvokePermissions permissions,
      Invocations invocations,
      RandomGenerator random,
      Settings settings,
      Refusals refusals,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.copies = copies;
    this.permissions = permissions;
    this.invocations = invocations;
    this.random = random;
    this.settings = settings;
    this.refusals = refusals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    Lineage lineage = Lineage.of(ledger, step.modelVersion());
    ResourceName endpoint = new ResourceName(lineage.text(Lineage.ENDPOINT_IN_SERVICE, "endpoint"));
    List<String> rows = lines(featuresUri(lineage));
    List<String> evaluated = lines(lineage.text(Lineage.GATE_1_PASSED, "predictionsUri"));
    List<Integer> drawn = draw(rows.size());
    String inferenceId = step.resource().value();
    List<String> answers = ask(endpoint, inferenceId, rows, drawn);
    List<Finding> findings =
        ServiceRules.ABOUT_ANSWERS.check(
            new AnswerFacts(
                drawn.stream().map(evaluated::get).toList(), answers, settings.answerTolerance()));
    refusals.refuseFor(findings, step, Lineage.DEPLOYMENT_REFUSED);
    ledger.append(
        step.fact(
            "answers-verified",
            clock,
            Map.of(
                "modelDigest", lineage.text(Lineage.TRAINED, "modelDigest"),
                "endpoint", endpoint.value(),
                "configuration", lineage.text(Lineage.ENDPOINT_IN_SERVICE, "configuration"),
                "rows", drawn.size(),
                "inferenceIds", List.of(inferenceId))));
  }

  private List<String> ask(
      ResourceName endpoint, String inferenceId, List<String> rows, List<Integer> drawn) {
    byte[] body =
        drawn.stream()
            .map(rows::get)
            .collect(Collectors.joining("\n", "", "\n"))
            .getBytes(StandardCharsets.UTF_8);
    permissions.permit(Caller.CHECKING, endpoint);
    // While IAM has not applied it, the right stays: this step is tried again, and then finds it.
    permissions.confirm(Caller.CHECKING, endpoint, true);
    try {
      byte[] answer =
          invocations
              .invoke(Caller.CHECKING, new Invocation(endpoint.value(), body, inferenceId))
              .body();
      return new String(answer, StandardCharsets.UTF_8).lines().toList();
    } finally {
      // Nothing else allows this role anything: without the right it is refused, and a denial for
      // each endpoint that was ever verified would fill it up.
      permissions.forget(Caller.CHECKING, endpoint);
    }
  }

  private List<Integer> draw(int rows) {
    int wanted = Math.min(rows, settings.checkedRows());
    return random.ints(0, rows).distinct().limit(wanted).boxed().toList();
  }

  private List<String> lines(String uri) {
    return new String(
            copies.readSmall(uri, TheHoldOutCanBeJudged.FEATURES_BYTES_MAX), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  private static String featuresUri(Lineage lineage) {
    return lineage.payload(Lineage.HELD_OUT_SET_FIXED).path("features").path("uri").asText();
  }
}
