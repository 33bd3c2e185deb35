package io.sallyport.rules.security;

import io.sallyport.rules.RuleBook;

/** The book of gate 2 (S10). */
public final class SecurityRules {

  public static final RuleBook<SecurityFacts> BOOK =
      RuleBook.of(
          "gate-2",
          new TheArtifactIsTheOneThatWasTrained(),
          new TheArtifactIsUnderstoodToTheLastByte(),
          new EveryRoleHasItsImage(),
          new ImagesArePinnedByDigest(),
          new ImagesAreSignedByATrustedProfile(),
          new ImagesWereScanned(),
          new VulnerabilitiesStayWithinTheirLimits(),
          new TheImageBuilderIsKnown(),
          new TheBaseImageIsDocumented(),
          new NoOutsideWeights());

  private SecurityRules() {}
}
