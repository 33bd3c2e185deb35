package io.sallyport.rules.authorization;

import io.sallyport.rules.RuleBook;

/** Whether a model version is authorized to answer: decided from facts, whatever a diagram says. */
public final class AuthorizationRules {

  public static final RuleBook<AuthorizationFacts> BOOK =
      RuleBook.of(
          "authorization",
          new EveryGateWasPassed(),
          new TheFirstGateAskedForEnough(),
          new TheFindingsPassedOrWereReviewed(),
          new TheTierIsTheSubmittedOne(),
          new TheQuorumReachesTheTiersLeast(),
          new EnoughAuthoritiesAreEligible(),
          new EnoughAuthoritiesApproved(),
          new NobodyRefused(),
          new OnlyNamedAuthoritiesSigned(),
          new TheSignersHadNoPart(),
          new AnOfficialSetTheLaterTerms(),
          new LaterTermsFitTheirDecision(),
          new TheVersionHasNotEnded(),
          new TheAuthorizationHasNotExpired());

  /** Whom Gate 3 may ask: the book without the rules about what they then sign. */
  public static final RuleBook<AuthorizationFacts> ABOUT_THE_NAMING =
      RuleBook.of(
          "authorization",
          new TheTierIsTheSubmittedOne(),
          new TheQuorumReachesTheTiersLeast(),
          new EnoughAuthoritiesAreEligible());

  private AuthorizationRules() {}
}
