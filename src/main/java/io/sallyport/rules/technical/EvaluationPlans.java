package io.sallyport.rules.technical;

import io.sallyport.rules.boundary.Submission;
import java.util.Locale;

/** What a submission asks Gate 1 to prove. */
public final class EvaluationPlans {

  /** Of all random draws, so that an auditor draws the same (science: one seed for everybody). */
  private static final long SEED = 20_261_124;

  private EvaluationPlans() {}

  public static EvaluationPlan of(Submission submission) {
    return new EvaluationPlan(
        submission.data().label(),
        submission.task().name().toLowerCase(Locale.ROOT),
        submission.evaluation().metrics().stream().map(EvaluationPlans::requested).toList(),
        submission.data().groupColumn(),
        SEED);
  }

  private static RequestedMetric requested(Submission.Metric metric) {
    return new RequestedMetric(
        metric.name(),
        metric.threshold(),
        metric.slice().map(slice -> new Slice(slice.column(), slice.value())));
  }
}
