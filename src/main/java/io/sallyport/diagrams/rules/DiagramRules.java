package io.sallyport.diagrams.rules;

import io.sallyport.rules.RuleBook;

/** The book of what the engine may run: an exact allow-list over the XML (R02 to R05). */
public final class DiagramRules {

  public static final RuleBook<Examined> BOOK =
      RuleBook.of(
          "diagrams",
          new OnlyListedElements(),
          new OnlyListedAttributes(),
          new OneSubjectAFile(),
          new IdsAreUnique(),
          new ExpressionsStayInTheirPlaces(),
          new DelegatesAreKnown(),
          new ConditionsCompareNames(),
          new ReferencesAreLiteral(),
          new VariablesAreNamed(),
          new TimersAreLiteral(),
          new HistoryIsKeptInDays(),
          new HumanTasksAreSigned(),
          new ErrorsHaveACode(),
          new FlowsAreOneInOneOut(),
          new ChoicesHaveADefault(),
          new DecisionsSpeakFeel());

  private DiagramRules() {}
}
