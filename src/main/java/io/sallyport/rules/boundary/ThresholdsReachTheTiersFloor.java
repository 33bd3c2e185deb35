package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.technical.Floor;
import io.sallyport.rules.technical.Floors;
import io.sallyport.rules.technical.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * S09: nobody sets his own bar: no threshold on all rows is easier than the floor of the program's
 * tier, and at least one metric on all rows has a floor. Gate 1 judges the same again.
 */
public final class ThresholdsReachTheTiersFloor implements Rule<SubmissionFacts> {

  private static final String METRICS = "/evaluation/metrics";

  @Override
  public String id() {
    return "boundary/thresholds-reach-the-tiers-floor";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.floors().map(floors -> check(facts, floors)).orElse(List.of());
  }

  private List<Finding> check(SubmissionFacts facts, Floors floors) {
    List<Submission.Metric> metrics = facts.submission().evaluation().metrics();
    String tier = facts.program().tier().word();
    if (!metrics.isEmpty()
        && metrics.stream().allMatch(metric -> isOfTask(metric, facts.submission().task()))
        && metrics.stream().noneMatch(metric -> floor(metric, floors).isPresent())) {
      String limit = "one of " + String.join(", ", floors.thresholds().keySet());
      return List.of(
          finding(METRICS, "without a metric that tier " + tier + " has a floor for", limit));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      Submission.Metric metric = metrics.get(i);
      String pointer = METRICS + "/" + i + "/threshold";
      floor(metric, floors)
          .filter(floor -> ThresholdsAreDecimals.isDecimal(metric.threshold()))
          .filter(floor -> floor.isMissedBy(new BigDecimal(metric.threshold())))
          .map(floor -> finding(pointer, metric.threshold(), floor.in(tier)))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** Of other metrics, and of none at all, other rules say enough. */
  private static boolean isOfTask(Submission.Metric metric, Submission.Task task) {
    return Metric.named(metric.name())
        .filter(known -> known.ofRegression() == (task == Submission.Task.REGRESSION))
        .isPresent();
  }

  private static Optional<Floor> floor(Submission.Metric metric, Floors floors) {
    return metric.slice().isPresent() ? Optional.empty() : floors.floor(metric.name());
  }
}
