package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnoughAuthoritiesApprovedTest {

  private final EnoughAuthoritiesApproved rule = new EnoughAuthoritiesApproved();

  @Test
  void S11_two_of_two_are_enough() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void S11_one_person_counts_once() {
    assertThat(
            rule.check(
                AuthorizationExample.signed(
                    2, List.of(ALICE, new Decided("alice", true, AuthorizationExample.DIGEST)))))
        .hasToString(
            "[authorization/enough-authorities-approved: approvals is 1; the limit is at least 2]");
  }

  @Test
  void F02_an_approval_of_another_artifact_does_not_count() {
    assertThat(
            rule.check(
                AuthorizationExample.signed(
                    1, List.of(new Decided("alice", true, AuthorizationExample.OTHER)))))
        .hasSize(1);
  }

  @Test
  void S11_a_quorum_of_nobody_is_never_reached() {
    assertThat(rule.check(AuthorizationExample.signed(0, List.of()))).hasSize(1);
  }

  private static final Decided ALICE = new Decided("alice", true, AuthorizationExample.DIGEST);
}
