package io.sallyport.custody.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.proof.PromotedVersion.Decided;
import io.sallyport.custody.proof.Verification.Trust;
import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S12: the level of a signature is what the verifier expects, whatever the package asks for. */
class RequiredLevelTest {

  private static final String LOWER = "il5-login";

  @Test
  void S12_a_package_that_asks_for_less_is_refused_though_it_keeps_to_it() {
    PromotedVersion lower = PromotedVersion.plain().at(LOWER);

    assertThat(verified(lower.packed(), Trust.in(lower.key())))
        .containsExactly(
            "decision/token-has-the-level: acr in envelopes/"
                + envelope(lower)
                + ".json is il5-login; the limit is il5-sign",
            "decision/level-is-the-expected-one: the level that envelopes/"
                + envelope(lower)
                + ".json asks for is il5-login; the limit is il5-sign");
  }

  @Test
  void S12_a_verifier_may_expect_another_level() {
    PromotedVersion other = PromotedVersion.plain().at("piv");

    assertThat(verified(other.packed(), Trust.in(other.key()).at("piv"))).isEmpty();
  }

  @Test
  void S12_a_token_below_what_its_statement_asks_for_is_refused() {
    PromotedVersion version = PromotedVersion.plain();
    Decided forged =
        new Decided(
            claims -> claims.claim("acr", LOWER),
            outer -> outer,
            version.realm,
            PromotedVersion.AUTHORITY);

    assertThat(verified(version.packed(forged), Trust.in(version.key()).at(LOWER)))
        .singleElement()
        .asString()
        .startsWith("decision/level-is-the-expected-one: ");
  }

  private static Digest envelope(PromotedVersion version) {
    return version.envelopes.get(3).digest();
  }

  private static List<String> verified(EvidencePackage packed, Trust trust) {
    return Verification.of(packed, trust).findings().stream().map(Finding::toString).toList();
  }
}
