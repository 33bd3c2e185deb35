package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * S20, AC-5: whoever decided after an episode signed as authorizing official of the program, and
 * had no part in the version or in the episode.
 */
public final class AnOfficialSetTheLaterTerms implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/an-official-set-the-later-terms";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (Redecided decision : facts.redecided()) {
      if (!decision.asOfficial()) {
        findings.add(
            finding(decision.person(), "no official", "an authorizing official of the program"));
      }
      for (String part : decision.parts()) {
        findings.add(finding(decision.person(), "someone who " + part, "someone without a part"));
      }
    }
    return findings;
  }
}
