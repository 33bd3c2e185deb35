package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.technical.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * S09: each threshold is a plain decimal that its metric can reach and that asks for something: a
 * share lies above 0 and below or at 1, a loss is above 0.
 */
public final class ThresholdsAreDecimals implements Rule<SubmissionFacts> {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

  @Override
  public String id() {
    return "boundary/thresholds-are-decimals";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    List<Submission.Metric> metrics = facts.submission().evaluation().metrics();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      String threshold = metrics.get(i).threshold();
      String pointer = "/evaluation/metrics/" + i + "/threshold";
      if (!isDecimal(threshold)) {
        findings.add(finding(pointer, Shown.of(threshold), "a plain decimal such as 0.85"));
      } else if (!asks(metrics.get(i).name(), new BigDecimal(threshold))) {
        findings.add(finding(pointer, threshold, limit(metrics.get(i).name())));
      }
    }
    return findings;
  }

  static boolean isDecimal(String threshold) {
    return DECIMAL.matcher(threshold).matches();
  }

  private static boolean asks(String name, BigDecimal threshold) {
    boolean low = threshold.signum() > 0;
    return low && (isOpen(name) || threshold.compareTo(BigDecimal.ONE) <= 0);
  }

  private static String limit(String name) {
    return isOpen(name) ? "above 0" : "above 0 and at most 1";
  }

  /** Whether the metric has no largest value. */
  private static boolean isOpen(String name) {
    return Metric.named(name)
        .filter(
            metric -> metric == Metric.LOG_LOSS || metric == Metric.MAE || metric == Metric.RMSE)
        .isPresent();
  }
}
