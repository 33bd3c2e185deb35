package io.sallyport.rules.drift;

import io.sallyport.rules.RuleBook;

/** What must hold before a window may be judged (S18). */
public final class DriftRules {

  public static final RuleBook<WindowFacts> BOOK =
      RuleBook.of("drift", new TheWindowIsOfTheBaseline(), new TheWindowIsLargeEnough());

  private DriftRules() {}
}
