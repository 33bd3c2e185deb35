package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * S09, F08: each requested metric is proven: the end of its two-sided 99 % interval that tells
 * against the model reaches the threshold. A metric that was not measured is another rule's
 * finding.
 */
public final class MetricsReachTheirThreshold implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/metrics-reach-their-threshold";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (RequestedMetric asked : facts.plan().metrics()) {
      facts.evaluation().resultOf(asked).ifPresent(result -> judge(asked, result, findings));
    }
    return findings;
  }

  private void judge(RequestedMetric asked, MetricResult result, List<Finding> findings) {
    BigDecimal past = result.bound().subtract(asked.limit());
    BigDecimal shortfall = result.loss() ? past : past.negate();
    if (shortfall.signum() <= 0) return;
    String value =
        "not proven: 99 %% %s bound %s (measured %s, n = %d), %s short; %s"
            .formatted(
                result.loss() ? "upper" : "lower",
                result.bound().toPlainString(),
                result.measured(),
                result.n(),
                shortfall.toPlainString(),
                remedy(asked, result));
    findings.add(finding(asked.subject(), value, result.direction() + " " + asked.threshold()));
  }

  private static String remedy(RequestedMetric asked, MetricResult result) {
    OptionalLong rows = RowsToProve.of(result, asked.limit());
    return rows.isPresent()
        ? "about " + rows.getAsLong() + " such rows would prove it"
        : "no number of such rows would prove it";
  }
}
