package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S09, F02: a version that failed, was withdrawn, returned or retired is never promoted again. */
public final class TheVersionHasNotEnded implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/the-version-has-not-ended";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    return facts.endings().stream()
        .sorted()
        .map(ending -> finding("the version", ending, "a version that has not ended"))
        .toList();
  }
}
