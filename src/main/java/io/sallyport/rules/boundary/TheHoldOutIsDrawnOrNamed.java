package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * S09, design: trust 3: a submission fixes how the hold-out is drawn, or names a ready one that is
 * another object than the data; one of both.
 */
public final class TheHoldOutIsDrawnOrNamed implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-hold-out-is-drawn-or-named";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission.DataSource data = facts.submission().data();
    List<Finding> findings = new ArrayList<>();
    if (data.split().isPresent() == data.holdout().isPresent()) {
      String value = data.split().isPresent() ? "given beside a ready hold-out" : "absent";
      findings.add(finding("/data/split", value, "either a split rule or a ready hold-out"));
    }
    if (data.holdout().filter(ready -> ready.uri().equals(data.source().uri())).isPresent()) {
      findings.add(
          finding(
              "/data/holdout/uri", Shown.of(data.source().uri()), "another object than the data"));
    }
    return findings;
  }
}
