package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S04: a live fact that AWS did not tell is a finding, never a pass. */
public final class EverythingCouldBeRead implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/everything-could-be-read";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live).stream()).toList();
  }

  private List<Finding> check(LiveFacts live) {
    return live.unread().stream()
        .map(
            thing ->
                finding(
                    thing.pointer(),
                    "unknown: " + thing.what() + ", " + Shown.of(thing.why()),
                    "an answer from AWS"))
        .toList();
  }
}
