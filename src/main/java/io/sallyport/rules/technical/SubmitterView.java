package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import java.util.List;

/**
 * All that a submitter learns from Gate 1: one bit beside what was asked for (design: decisions
 * about trust, 3). Never which metric or slice, never a measured number, also after a pass: only
 * then does a budget of looks bound how well anybody can tune against the held-out set.
 *
 * @param verdict as {@link TechnicalVerdict#words()}
 * @param asked every metric and threshold of the plan
 * @param look which look this was, of {@code maximumLooks}
 * @param findings those that {@link Visibility#EVERYBODY} may read
 */
public record SubmitterView(
    String verdict,
    List<RequestedMetric> asked,
    int look,
    int maximumLooks,
    List<Finding> findings) {

  public SubmitterView {
    asked = List.copyOf(asked);
    findings = List.copyOf(findings);
  }

  /** What of these findings, made at this look at the plan, the submitter may see. */
  public static SubmitterView of(
      EvaluationPlan plan, int look, int maximumLooks, List<Finding> findings) {
    return new SubmitterView(
        TechnicalVerdict.of(findings).words(),
        plan.metrics(),
        look,
        maximumLooks,
        findings.stream()
            .filter(finding -> TechnicalVerdict.visibility(finding) == Visibility.EVERYBODY)
            .toList());
  }
}
