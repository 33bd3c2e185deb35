package io.sallyport.rules.technical;

import io.sallyport.rules.RuleBook;

/** The rules of Gate 1 (S09), in the order in which their findings are told. */
public final class TechnicalRules {

  public static final RuleBook<TechnicalFacts> BOOK =
      RuleBook.of(
          "gate-1",
          new TheEvaluationReadTheFixedSets(),
          new TheEvaluationFollowedTheFixedPlan(),
          new ThePlanNamesAMetric(),
          new TheFloorsAreOfTheSubmittedTier(),
          new TheFloorsReachTheLeast(),
          new ThresholdsReachTheFloor(),
          new LooksStayInTheBudget(),
          new NoRowIsInBothSets(),
          new FewRowsAreNearCopies(),
          new NoGroupStraddlesTheSplit(),
          new TheHeldOutSetIsLargeEnough(),
          new EachClassIsLargeEnough(),
          new EachSliceIsLargeEnough(),
          new EachRequestedMetricIsMeasured(),
          new MetricsReachTheirThreshold());

  private TechnicalRules() {}
}
