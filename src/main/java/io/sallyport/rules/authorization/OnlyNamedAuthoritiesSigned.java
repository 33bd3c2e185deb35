package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import java.util.List;

/** S11: whoever signed at Gate 3 was named there as an authority. */
public final class OnlyNamedAuthoritiesSigned implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/only-named-authorities-signed";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    return facts.signatures().stream()
        .map(Decided::person)
        .distinct()
        .filter(person -> !facts.naming().people().contains(person))
        .map(person -> finding(person, "not named", "the authorities that Gate 3 named"))
        .toList();
  }
}
