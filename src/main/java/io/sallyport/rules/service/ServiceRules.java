package io.sallyport.rules.service;

import io.sallyport.rules.RuleBook;

/** What must be true of an endpoint that answers. */
public final class ServiceRules {

  /** Before a call is let through. */
  public static final RuleBook<InvocationFacts> ABOUT_AN_INVOCATION =
      RuleBook.of("service", new AnAuthorizationIsInForce(), new TheRequesterIsAConsumer());

  /** Before anything is deployed. */
  public static final RuleBook<ArtifactFacts> ABOUT_THE_ARTIFACT =
      RuleBook.of("service", new TheArtifactIsTheAuthorizedOne());

  /** Before the endpoint is asked anything. */
  public static final RuleBook<EndpointFacts> ABOUT_THE_ENDPOINT =
      RuleBook.of("service", new TheEndpointRunsItsConfiguration());

  /** When the endpoint was asked what the evaluation had asked. */
  public static final RuleBook<AnswerFacts> ABOUT_ANSWERS =
      RuleBook.of("service", new TheAnswersAreTheEvaluatedOnes());

  /** Before the service period opens, and before a suspended one goes on. */
  public static final RuleBook<OpeningFacts> ABOUT_AN_OPENING =
      RuleBook.of(
          "service",
          new TheLedgerConfirmedTheArtifact(),
          new TheAnswersOfTheDeploymentWereVerified());

  private ServiceRules() {}
}
