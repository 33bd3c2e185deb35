package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.math.BigDecimal;
import java.util.List;

/** F08: held-out rows that are training rows with a little noise prove nothing. */
public final class FewRowsAreNearCopies implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/few-rows-are-near-copies";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    Evaluation.Overlap overlap = facts.evaluation().overlap();
    if (overlap.rowsCompared() < 1) {
      return List.of(
          finding("the held-out set", overlap.rowsCompared() + " rows compared", "at least 1"));
    }
    BigDecimal limit = PlainDecimal.of("the share", facts.floors().maximumNearDuplicateShare());
    BigDecimal allowed = limit.multiply(BigDecimal.valueOf(overlap.rowsCompared()));
    if (allowed.compareTo(BigDecimal.valueOf(overlap.nearDuplicates())) >= 0) return List.of();
    String value =
        "%d near copies of training rows among %d rows compared (share %s)"
            .formatted(
                overlap.nearDuplicates(), overlap.rowsCompared(), overlap.nearDuplicateShare());
    return List.of(finding("the held-out set", value, "a share of at most " + limit));
  }
}
