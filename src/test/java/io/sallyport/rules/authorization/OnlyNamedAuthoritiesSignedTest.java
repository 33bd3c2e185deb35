package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlyNamedAuthoritiesSignedTest {

  private final OnlyNamedAuthoritiesSigned rule = new OnlyNamedAuthoritiesSigned();

  @Test
  void S11_signatures_of_the_named_authorities_hold() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void S11_a_signature_of_somebody_else_is_named_once() {
    Decided dora = new Decided("dora", true, AuthorizationExample.DIGEST);

    assertThat(rule.check(AuthorizationExample.signed(1, List.of(dora, dora))))
        .hasToString(
            "[authorization/only-named-authorities-signed: dora is not named; the limit is the"
                + " authorities that Gate 3 named]");
  }
}
