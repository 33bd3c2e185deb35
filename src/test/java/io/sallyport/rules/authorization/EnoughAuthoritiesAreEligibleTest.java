package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationFacts.Naming;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnoughAuthoritiesAreEligibleTest {

  private final EnoughAuthoritiesAreEligible rule = new EnoughAuthoritiesAreEligible();

  @Test
  void S11_as_many_as_must_approve_are_enough() {
    assertThat(check(2, Set.of("alice", "bob"))).isEmpty();
    assertThat(check(2, Set.of("alice", "bob", "dora"))).isEmpty();
  }

  @Test
  void S11_fewer_than_must_approve_are_named() {
    assertThat(check(2, Set.of("alice")))
        .hasToString(
            "[authorization/enough-authorities-are-eligible: authorities named is 1; the limit is"
                + " at least 2 without a part in it]");
  }

  @Test
  void S11_nobody_is_never_enough() {
    assertThat(check(0, Set.of())).hasSize(1);
  }

  private List<Finding> check(int needed, Set<String> people) {
    return rule.check(
        AuthorizationExample.authorized()
            .with(new Naming(AuthorizationExample.TIER, needed, people)));
  }
}
