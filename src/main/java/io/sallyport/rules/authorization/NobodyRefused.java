package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S11: one refusal ends the count, however many approved. */
public final class NobodyRefused implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/nobody-refused";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    return facts.signatures().stream()
        .filter(decided -> !decided.approves())
        .map(decided -> finding(decided.person(), "someone who did not approve", "no refusal"))
        .toList();
  }
}
