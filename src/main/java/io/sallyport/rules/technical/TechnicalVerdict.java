package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Set;

/** What the findings of {@link TechnicalRules#BOOK} come to. The gravest finding decides. */
public enum TechnicalVerdict {
  /** Every rule holds. */
  PASSED("passed"),
  /** A bound does not reach its threshold. */
  NOT_PROVEN("not proven"),
  /** Too few rows to say anything. */
  NOT_ASSESSABLE("not assessable"),
  /** The plan, the sets or the number of looks break a rule: the measurement does not count. */
  REFUSED("refused");

  private static final Set<String> PROOF = Set.of(MetricsReachTheirThreshold.ID);
  private static final Set<String> COUNTS =
      Set.of(
          TheHeldOutSetIsLargeEnough.ID,
          EachClassIsLargeEnough.ID,
          EachSliceIsLargeEnough.ID,
          EachRequestedMetricIsMeasured.ID);

  private final String words;

  TechnicalVerdict(String words) {
    this.words = words;
  }

  /** As screens and records say it: {@code not proven}. */
  public String words() {
    return words;
  }

  public static TechnicalVerdict of(List<Finding> findings) {
    return findings.stream()
        .map(TechnicalVerdict::of)
        .reduce(PASSED, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  /** What one finding alone comes to; a rule that is not of this book refuses. */
  public static TechnicalVerdict of(Finding finding) {
    if (PROOF.contains(finding.rule())) return NOT_PROVEN;
    return COUNTS.contains(finding.rule()) ? NOT_ASSESSABLE : REFUSED;
  }

  /** Who may read the finding; one of a rule that this book does not know is kept back. */
  public static Visibility visibility(Finding finding) {
    boolean known =
        TechnicalRules.BOOK.rules().stream().anyMatch(rule -> rule.id().equals(finding.rule()));
    return known && of(finding) != NOT_PROVEN ? Visibility.EVERYBODY : Visibility.AUTHORITY;
  }
}
