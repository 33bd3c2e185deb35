package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** S05, F07: what was evaluated is what was fixed before training: equal digests. */
public final class TheEvaluationReadTheFixedSets implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/the-evaluation-read-the-fixed-sets";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    Evaluation.SetsRead read = facts.evaluation().read();
    FixedSets fixed = facts.fixed();
    List<Finding> findings = new ArrayList<>();
    compare("the held-out set", read.holdoutSha256(), fixed.holdoutSha256(), findings);
    compare("the training set", read.trainSha256(), fixed.trainSha256(), findings);
    return findings;
  }

  private void compare(String subject, String read, String fixed, List<Finding> findings) {
    if (!fixed.isEmpty() && read.equals(fixed)) return;
    String limit = "sha256 " + fixed + ", fixed before training";
    findings.add(finding(subject, "sha256 " + read, limit));
  }
}
