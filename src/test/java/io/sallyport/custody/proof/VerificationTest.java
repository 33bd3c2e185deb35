package io.sallyport.custody.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.sallyport.custody.proof.PromotedVersion.Decided;
import io.sallyport.custody.proof.Verification.Trust;
import io.sallyport.rules.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {

  private final PromotedVersion version = PromotedVersion.plain();

  @Test
  void S08_a_promoted_version_is_verified_offline() {
    Verification verification = verify(version.packed());

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.facts()).hasSize(11);
    assertThat(verification.envelopes()).isEqualTo(5);
    assertThat(verification.decisions()).isEqualTo(1);
  }

  @Test
  void R30_each_changed_file_is_named() {
    EvidencePackage good = version.packed();
    for (String file : good.files().keySet()) {
      Map<String, Bytes> files = new TreeMap<>(good.files());
      byte[] changed = files.get(file).toArray();
      changed[changed.length / 2] ^= 1;
      files.put(file, Bytes.of(changed));

      assertThat(rules(verify(new EvidencePackage(good.manifest(), new TreeMap<>(files)))))
          .anyMatch(finding -> finding.startsWith("package/files-have-their-digests: " + file));
    }
  }

  @Test
  void R29_a_left_out_fact_is_named_by_its_place() {
    version.packed();
    version.facts.remove(6);

    assertThat(rules(verify(again())))
        .contains(
            "custody/every-fact-is-there: fact 7 of 11 is missing; the limit is facts 1 to 11");
  }

  @Test
  void R29_left_out_last_facts_leave_their_envelope_without_force() {
    version.packed();
    String envelope = version.envelopes.get(4).digest().hex();
    version.facts.remove(10);

    assertThat(rules(verify(again())))
        .containsExactly(
            "custody/envelopes-have-their-fact: envelopes/"
                + envelope
                + ".json is named by no fact; the limit is a fact that names it");
  }

  @Test
  void R29_a_rewritten_fact_breaks_the_chain_after_it() {
    version.packed();
    Bytes old = version.facts.get(1);
    version.facts.set(1, Bytes.utf8(old.toUtf8().replace("data-copied", "data-copyed")));

    assertThat(rules(verify(again())))
        .contains(
            "custody/each-fact-names-the-one-before: facts/0003.json is "
                + old.digest()
                + "; the limit is "
                + version.facts.get(1).digest());
  }

  @Test
  void F12_an_envelope_of_another_key_is_refused() {
    EvidencePackage packed = version.packed();

    assertThat(Verification.of(packed, Trust.in(ExampleKeys.keyPair().getPublic())).findings())
        .hasSize(5)
        .allMatch(finding -> finding.rule().equals("custody/envelopes-are-signed"));
  }

  @Test
  void F12_a_swapped_envelope_is_missed_and_has_no_force() {
    version.packed();
    version.envelopes.remove(1);
    String other = version.sign(Statement.TEST_RESULT, Map.of("result", "PASSED"));

    assertThat(verify(again()).findings())
        .extracting(Finding::rule)
        .containsExactly(
            "custody/envelopes-are-there",
            "custody/envelopes-have-their-fact",
            "custody/each-joint-is-of-equal-digests",
            "custody/each-joint-is-of-equal-digests",
            "custody/each-joint-is-of-equal-digests");
    assertThat(rules(verify(again()))).anyMatch(finding -> finding.contains(other));
  }

  @Test
  void F12_a_step_that_speaks_of_another_model_is_named() {
    version.trained();
    version.append("gate-1-passed", "sallyport", Map.of("modelDigest", "0".repeat(64)));

    assertThat(rules(verify(again())))
        .contains(
            "custody/each-joint-is-of-equal-digests: model.tar.gz in facts/0005.json is "
                + "0".repeat(64)
                + "; the limit is "
                + version.modelDigest);
  }

  @Test
  void F12_a_left_out_gate_and_a_missing_document_are_named() {
    version.trained();
    version.decision(version.honest());
    version.documents.clear();

    assertThat(rules(verify(again())))
        .contains(
            "custody/each-joint-is-there: gate-1-passed before facts/0006.json is missing;"
                + " the limit is recorded before",
            "custody/each-joint-is-there: gate-2-passed before facts/0006.json is missing;"
                + " the limit is recorded before")
        .anyMatch(finding -> finding.startsWith("custody/each-joint-has-its-documents"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "azp", "sub", "acr", "nonce"})
  void S12_a_token_with_another_claim_is_named_by_the_claim(String claim) {
    Decided forged = with(claims -> claims.claim(claim, "another"));

    assertThat(rules(verify(version.packed(forged))))
        .singleElement()
        .asString()
        .startsWith("decision/token-")
        .contains(": " + claim + " in envelopes/")
        .contains("is another; the limit is ");
  }

  @Test
  void S12_a_factor_given_before_the_decision_or_after_its_record_is_refused() {
    for (long second : new long[] {1, PromotedVersion.START.getEpochSecond() + 86_400}) {
      PromotedVersion one = PromotedVersion.plain();
      Decided forged =
          new Decided(
              claims -> claims.claim("auth_time", second),
              outer -> outer,
              one.realm,
              PromotedVersion.AUTHORITY);

      assertThat(Verification.of(one.packed(forged), Trust.in(one.key())).findings())
          .singleElement()
          .extracting(Finding::rule)
          .isEqualTo("decision/factor-is-given-for-it");
    }
  }

  @Test
  void S12_a_token_signed_by_another_key_or_by_none_is_refused() {
    Decided other =
        new Decided(
            claims -> claims,
            outer -> outer,
            ExampleKeys.realmKey("realm-1"),
            PromotedVersion.AUTHORITY);
    assertThat(verify(version.packed(other)).findings())
        .extracting(Finding::rule)
        .containsExactly("decision/the-realm-signed-the-token");

    PromotedVersion unsigned = PromotedVersion.plain();
    Decided none = unsigned.honest();
    String plain = new PlainJWT(new JWTClaimsSet.Builder().build()).serialize();
    Decided forged =
        new Decided(
            none.claims(), outer -> authentication(outer, plain), none.signer(), none.actor());
    assertThat(Verification.of(unsigned.packed(forged), Trust.in(unsigned.key())).findings())
        .extracting(Finding::rule)
        .contains("decision/the-realm-signed-the-token");
  }

  @Test
  void S12_a_token_under_a_key_that_no_fact_recorded_is_refused() {
    version.packed();
    version.realmFacts.clear();
    version.seen(ExampleKeys.realmKey("realm-1"), PromotedVersion.START);

    assertThat(rules(verify(again())))
        .containsExactly(
            "decision/realm-key-was-recorded-before: the realm's key in envelopes/"
                + version.envelopes.get(3).digest()
                + ".json is recorded by no fact; the limit is recorded before "
                + PromotedVersion.START.plusSeconds(8 * 60));
  }

  @Test
  void S12_a_token_under_a_key_that_was_recorded_after_the_decision_is_refused() {
    version.packed();
    version.realmFacts.clear();
    version.seen(version.realm, PromotedVersion.START.plusSeconds(86_400));

    assertThat(rules(verify(again())))
        .singleElement()
        .asString()
        .contains("is recorded at 2026-11-26T01:00:00Z; the limit is recorded before ");
  }

  @Test
  void S12_a_left_out_or_rewritten_fact_about_the_realm_s_keys_is_named() {
    version.packed();
    version.realmFacts.clear();
    version.seen(ExampleKeys.realmKey("realm-0"), PromotedVersion.START);
    version.seen(version.realm, PromotedVersion.START);
    Bytes first = version.realmFacts.get(0);
    assertThat(verify(again()).findings()).isEmpty();

    version.realmFacts.remove(0);
    assertThat(verify(again()).findings())
        .extracting(Finding::rule)
        .containsExactly("custody/realm-facts-are-complete", "custody/realm-facts-are-a-chain");

    version.realmFacts.add(0, Bytes.utf8(first.toUtf8().replace("realm-0", "realm-9")));
    assertThat(verify(again()).findings())
        .extracting(Finding::rule)
        .containsExactly("custody/realm-facts-are-a-chain");
  }

  @Test
  void S08_a_key_that_the_realm_took_later_changes_no_package() {
    EvidencePackage before = version.packed();
    version.seen(ExampleKeys.realmKey("realm-2"), PromotedVersion.START.plusSeconds(86_400));

    assertThat(again()).isEqualTo(before);
  }

  @Test
  void S12_an_outer_statement_that_is_not_what_the_person_signed_is_refused() {
    Decided forged =
        new Decided(
            claims -> claims,
            outer -> {
              outer.put("decision", "authorize-with-conditions");
              return outer;
            },
            version.realm,
            PromotedVersion.AUTHORITY);

    assertThat(verify(version.packed(forged)).findings())
        .extracting(Finding::rule)
        .containsExactly("decision/is-what-the-person-signed");
  }

  @Test
  void S12_a_decision_recorded_for_another_person_is_refused() {
    Decided forged = new Decided(claims -> claims, outer -> outer, version.realm, "somebody-else");

    assertThat(verify(version.packed(forged)).findings())
        .extracting(Finding::rule)
        .containsExactly("decision/is-what-its-fact-says", "decision/token-is-the-persons");
  }

  private static Map<String, Object> authentication(Map<String, Object> outer, String token) {
    Map<String, Object> changed = new HashMap<>(outer);
    Map<String, Object> authentication = new HashMap<>();
    ((Map<?, ?>) outer.get("authentication"))
        .forEach((name, value) -> authentication.put(String.valueOf(name), value));
    authentication.put("idToken", token);
    changed.put("authentication", authentication);
    return changed;
  }

  private Decided with(UnaryOperator<JWTClaimsSet.Builder> claims) {
    return new Decided(claims, outer -> outer, version.realm, PromotedVersion.AUTHORITY);
  }

  private EvidencePackage again() {
    return version.again();
  }

  private Verification verify(EvidencePackage packed) {
    return Verification.of(packed, Trust.in(version.key()));
  }

  private static List<String> rules(Verification verification) {
    return verification.findings().stream().map(Finding::toString).toList();
  }
}
