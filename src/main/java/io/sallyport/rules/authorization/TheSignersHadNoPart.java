package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import java.util.List;

/**
 * Separation of duties, asked again of the record (AC-5, F06): nobody who signed at Gate 3 had a
 * part in the version, whatever door the signature came through.
 */
public final class TheSignersHadNoPart implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/the-signers-had-no-part";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    return facts.signatures().stream()
        .map(Decided::person)
        .distinct()
        .flatMap(person -> parts(person, facts).stream())
        .toList();
  }

  private List<Finding> parts(String person, AuthorizationFacts facts) {
    return facts.parts().getOrDefault(person, List.of()).stream()
        .map(part -> finding(person, "someone who " + part, "someone without a part"))
        .toList();
  }
}
