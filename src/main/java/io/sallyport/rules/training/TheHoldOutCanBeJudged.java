package io.sallyport.rules.training;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * F07: a held-out set is small enough for the steps that come to read it whole: Gate 1 the hash of
 * each row, deployment the features. A larger one rejects the version before a model is trained,
 * not after it was judged and signed for.
 */
public final class TheHoldOutCanBeJudged implements Rule<HoldOutSize> {

  /** Rows; an interval of 99 % is narrower than a thousandth from 700,000 on. */
  public static final int ROWS_MAX = 1_000_000;

  /** Bytes; deployment holds them in memory to draw rows from them. */
  public static final int FEATURES_BYTES_MAX = 256 << 20;

  private static final String SPLIT = ": a larger modulus of the split, or a smaller hold-out";

  @Override
  public String id() {
    return "training/the-hold-out-can-be-judged";
  }

  @Override
  public List<Finding> check(HoldOutSize holdOut) {
    List<Finding> findings = new ArrayList<>();
    if (holdOut.rows() > ROWS_MAX) {
      findings.add(
          finding("the held-out set", holdOut.rows() + " rows", "at most " + ROWS_MAX + SPLIT));
    }
    if (holdOut.featuresBytes() > FEATURES_BYTES_MAX) {
      String value = holdOut.featuresBytes() + " bytes of features";
      findings.add(finding("the held-out set", value, "at most " + FEATURES_BYTES_MAX + SPLIT));
    }
    return findings;
  }
}
