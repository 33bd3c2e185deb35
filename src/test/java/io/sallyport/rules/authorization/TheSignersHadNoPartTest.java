package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TheSignersHadNoPartTest {

  private final TheSignersHadNoPart rule = new TheSignersHadNoPart();

  @Test
  void F06_signers_without_a_part_hold() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void F06_every_part_of_a_signer_is_named() {
    Map<String, List<String>> parts =
        Map.of("bob", List.of("submitted it", "reviewed its findings"));

    assertThat(rule.check(AuthorizationExample.parts(parts)))
        .hasToString(
            "[authorization/the-signers-had-no-part: bob is someone who submitted it; the limit is"
                + " someone without a part, authorization/the-signers-had-no-part: bob is someone"
                + " who reviewed its findings; the limit is someone without a part]");
  }
}
