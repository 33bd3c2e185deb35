package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** S09: between a fiftieth and a half of the rows is held out. */
public final class TheSplitLeavesEnoughToBothSides implements Rule<SubmissionFacts> {

  /** Half of the rows. */
  private static final int MODULUS_MIN = 2;

  /** A fiftieth of them: less cannot prove anything. */
  private static final int MODULUS_MAX = 50;

  @Override
  public String id() {
    return "boundary/the-split-leaves-enough-to-both-sides";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.submission().data().split().stream()
        .flatMap(split -> check(split).stream())
        .toList();
  }

  private List<Finding> check(Submission.Split split) {
    List<Finding> findings = new ArrayList<>();
    if (split.modulus() < MODULUS_MIN || split.modulus() > MODULUS_MAX) {
      String limit = MODULUS_MIN + " to " + MODULUS_MAX;
      findings.add(finding("/data/split/modulus", split.modulus(), limit));
    }
    if (split.remainder() < 0 || split.remainder() >= split.modulus()) {
      String limit = "0 or more and below the modulus, " + split.modulus();
      findings.add(finding("/data/split/remainder", split.remainder(), limit));
    }
    return findings;
  }
}
