package io.sallyport.rules.service;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.service.OpeningFacts.Deployed;
import java.util.List;

/**
 * S13; design, trust 4: nothing answers unless the evaluated answers were got from this artifact,
 * at this endpoint, with this configuration. What another deployment answered proves nothing.
 */
public final class TheAnswersOfTheDeploymentWereVerified implements Rule<OpeningFacts> {

  @Override
  public String id() {
    return "service/the-answers-of-the-deployment-were-verified";
  }

  @Override
  public List<Finding> check(OpeningFacts facts) {
    Deployed deployed = facts.deployed();
    boolean named = !deployed.modelDigest().isBlank() && !deployed.configuration().isBlank();
    if (named && facts.verified().contains(deployed)) return List.of();
    return List.of(
        finding(
            deployed.endpoint(),
            "not verified",
            "answers of SHA-256 %s with configuration %s verified there"
                .formatted(deployed.modelDigest(), deployed.configuration())));
  }
}
