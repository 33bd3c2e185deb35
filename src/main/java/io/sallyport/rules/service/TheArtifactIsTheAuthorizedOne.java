package io.sallyport.rules.service;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S13, F02: the bytes that are deployed are, digit for digit, those that were authorized. */
public final class TheArtifactIsTheAuthorizedOne implements Rule<ArtifactFacts> {

  @Override
  public String id() {
    return "service/the-artifact-is-the-authorized-one";
  }

  @Override
  public List<Finding> check(ArtifactFacts facts) {
    return facts.sha256().equals(facts.authorized())
        ? List.of()
        : List.of(
            finding(facts.uri(), "SHA-256 " + facts.sha256(), "SHA-256 " + facts.authorized()));
  }
}
