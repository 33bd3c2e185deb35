package io.sallyport.rules.boundary;

import io.sallyport.rules.RuleBook;

/**
 * S01 to S06: what holds for every submission, at REST, at the command line and in the process. The
 * last thirteen judge what AWS says; docs/rules/boundary.md explains each.
 */
public final class BoundaryRules {

  public static final RuleBook<SubmissionFacts> BOOK =
      RuleBook.of(
          "boundary",
          new NamesFollowTheirGrammar(),
          new ReasonAndPurposeAreStated(),
          new TheProgramStaysInItsAccount(),
          new DataComesFromTheProgramsBuckets(),
          new DataIsAnExactVersion(),
          new TheDelimiterIsOneCharacter(),
          new TheLabelIsKept(),
          new ColumnKindsAreKnown(),
          new TheGroupColumnIsKept(),
          new TheHoldOutIsDrawnOrNamed(),
          new TheSplitLeavesEnoughToBothSides(),
          new ImagesAreNamedByDigest(),
          new ImagesComeFromTheProgramsRepositories(),
          new HyperparametersAreShortTexts(),
          new NoWeightsFromOutside(),
          new JobsAreBounded(),
          new InstanceTypesAreAllowed(),
          new MetricsAreKnown(),
          new ThresholdsAreDecimals(),
          new ThresholdsReachTheTiersFloor(),
          new SlicesAreOfAColumnThatIsKept(),
          new SubnetsAreTheProgramsOwn(),
          new SecurityGroupsAreTheProgramsOwn(),
          new TheKeyIsTheProgramsOwn(),
          new RolesAreTheProgramsOwn(),
          new TheEndpointStaysWithinItsBounds(),
          new TheEndpointNameIsTheProgramsOwn(),
          new ConsumersAreAllowed(),
          new TheEnvelopeExpires(),
          new EverythingCouldBeRead(),
          new BucketsLieInTheBoundary(),
          new TheDataIsThere(),
          new TheDataStaysWithinItsSize(),
          new TheHeaderCanBeRead(),
          new NamedColumnsAreThere(),
          new TheHoldOutHasTheSameColumns(),
          new TheKeyIsControlled(),
          new ImagesAreInTheRegistry(),
          new SubnetsHaveNoWayOut(),
          new SecurityGroupsAreOfTheVpc(),
          new ServicesAreReachedPrivately(),
          new RolesReachNothingThatIsClosedToThem());

  private BoundaryRules() {}
}
