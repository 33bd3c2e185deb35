package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S20: an authorization ends at its date. */
public final class TheAuthorizationHasNotExpired implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/the-authorization-has-not-expired";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    return facts.at().isBefore(facts.expires())
        ? List.of()
        : List.of(finding("the moment", facts.at(), "before " + facts.expires()));
  }
}
