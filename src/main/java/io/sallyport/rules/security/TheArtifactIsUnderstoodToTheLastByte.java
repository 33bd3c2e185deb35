package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S10: the scanner understood every byte of the artifact; what it did not understand is refused.
 */
public final class TheArtifactIsUnderstoodToTheLastByte implements Rule<SecurityFacts> {

  @Override
  public String id() {
    return "gate-2/the-artifact-is-understood-to-the-last-byte";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    if (facts.artifact().members().isEmpty() && facts.artifact().findings().isEmpty()) {
      return List.of(finding("artifact", "without a member", "at least one member, understood"));
    }
    return facts.artifact().findings().stream()
        .map(found -> finding(found.subject(), found.value(), found.limit()))
        .toList();
  }
}
