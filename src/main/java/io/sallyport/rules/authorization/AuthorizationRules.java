package io.sallyport.rules.authorization;

import io.sallyport.rules.RuleBook;

/** Whether a model version is authorized to answer: decided from facts, whatever a diagram says. */
public final class AuthorizationRules {

  public static final RuleBook<AuthorizationFacts> BOOK =
      RuleBook.of(
          "authorization",
          new EveryGateWasPassed(),
          new TheFindingsPassedOrWereReviewed(),
          new TheTierIsTheSubmittedOne(),
          new TheQuorumReachesTheTiersLeast(),
          new EnoughAuthoritiesApproved(),
          new NobodyRefused(),
          new OnlyNamedAuthoritiesSigned(),
          new TheSignersHadNoPart(),
          new TheVersionHasNotEnded(),
          new TheAuthorizationHasNotExpired());

  private AuthorizationRules() {}
}
