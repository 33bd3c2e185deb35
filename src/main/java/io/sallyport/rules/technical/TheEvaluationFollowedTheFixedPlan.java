package io.sallyport.rules.technical;

import static java.util.stream.Collectors.joining;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * F07: metrics, slices and thresholds are fixed before training; a plan edited later does not
 * count.
 */
public final class TheEvaluationFollowedTheFixedPlan implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/the-evaluation-followed-the-fixed-plan";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    EvaluationPlan fixed = facts.plan();
    EvaluationPlan followed = facts.evaluation().plan();
    if (followed.equals(fixed)) return List.of();
    return List.of(finding("the plan that was evaluated", words(followed), words(fixed)));
  }

  private static String words(EvaluationPlan plan) {
    String metrics =
        plan.metrics().stream()
            .map(asked -> asked.subject() + " " + asked.threshold())
            .collect(joining(", "));
    return "label %s, %s, group column %s, seed %d, metrics %s"
        .formatted(
            plan.label(), plan.task(), plan.groupColumn().orElse("none"), plan.seed(), metrics);
  }
}
