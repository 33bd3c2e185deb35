package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import java.util.List;
import org.junit.jupiter.api.Test;

class NobodyRefusedTest {

  private final NobodyRefused rule = new NobodyRefused();

  @Test
  void S11_approvals_alone_hold() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void S11_one_refusal_is_enough_to_refuse() {
    assertThat(
            rule.check(
                AuthorizationExample.signed(
                    1,
                    List.of(
                        new Decided("alice", true, AuthorizationExample.DIGEST),
                        new Decided("bob", false, AuthorizationExample.DIGEST)))))
        .hasToString(
            "[authorization/nobody-refused: bob is someone who did not approve; the limit is no"
                + " refusal]");
  }
}
