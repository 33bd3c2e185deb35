package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S10, S08: the scanned artifact is, byte for byte, the one that the training run recorded. */
public final class TheArtifactIsTheOneThatWasTrained implements Rule<SecurityFacts> {

  @Override
  public String id() {
    return "gate-2/the-artifact-is-the-one-that-was-trained";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    String scanned = facts.artifact().artifactSha256();
    String expected = facts.expectedArtifactSha256();
    return !expected.isBlank() && expected.equals(scanned)
        ? List.of()
        : List.of(
            finding(
                "artifact digest",
                scanned.isBlank() ? "not stated" : scanned,
                expected.isBlank() ? "a digest recorded by the training run" : expected));
  }
}
