package io.sallyport.rules.drift;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * A window below 500 rows shows nothing: it is added to the next one (S18). It is no stable window.
 */
final class TheWindowIsLargeEnough implements Rule<WindowFacts> {

  /** With 500 rows no ALARM was seen in 10,000 stable windows; with 200, 2 in 1,000. */
  static final int ROWS_MIN = 500;

  @Override
  public String id() {
    return "drift/the-window-is-large-enough";
  }

  @Override
  public List<Finding> check(WindowFacts facts) {
    long rows = facts.window().rows();
    return rows >= ROWS_MIN
        ? List.of()
        : List.of(finding("the window", rows + " rows", "at least " + ROWS_MIN + " rows"));
  }
}
