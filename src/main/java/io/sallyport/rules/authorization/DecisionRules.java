package io.sallyport.rules.authorization;

import io.sallyport.rules.RuleBook;

/** What must hold for any signed decision of a person. */
public final class DecisionRules {

  public static final RuleBook<DecisionFacts> BOOK =
      RuleBook.of(
          "authorization",
          new APersonDecides(),
          new TheDeciderIsNamed(),
          new TheDeciderHadNoPart(),
          new TheOutcomeIsOneOfTheChoices(),
          new GroundsAreStated());

  /** Who may open the task at all: the book without the rules about the answer. */
  public static final RuleBook<DecisionFacts> ABOUT_THE_DECIDER =
      RuleBook.of(
          "authorization",
          new APersonDecides(),
          new TheDeciderIsNamed(),
          new TheDeciderHadNoPart());

  /** What an authority may set as limits. */
  public static final RuleBook<LimitFacts> ABOUT_LIMITS =
      RuleBook.of("authorization", new LimitsNarrowWhatWasAsked());

  /** What an official may set after an episode. */
  public static final RuleBook<TermFacts> ABOUT_TERMS =
      RuleBook.of("authorization", new TermsFitTheDecision());

  private DecisionRules() {}
}
