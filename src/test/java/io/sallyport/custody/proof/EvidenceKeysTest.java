package io.sallyport.custody.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.proof.Verification.Trust;
import io.sallyport.rules.Finding;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** S08, F12: what was signed before the evidence key was replaced is verified after it. */
class EvidenceKeysTest {

  private final PromotedVersion version = PromotedVersion.plain();
  private final EvidencePackage packed = version.packedUnderTwoKeys();
  private final PublicKey older = version.keys().get(0);
  private final PublicKey newer = version.keys().get(1);

  @Test
  void F12_a_story_under_two_keys_is_verified_by_both_and_brings_both_along() {
    assertThat(packed.files())
        .containsKeys(EvidenceKeys.file(older), EvidenceKeys.file(newer))
        .doesNotContainKey("keys/evidence.pem");
    assertThat(packed.ownKeys()).containsExactlyInAnyOrder(older, newer);
    assertThat(Verification.of(packed, Trust.in(older, newer)).findings()).isEmpty();
  }

  @Test
  void F12_a_key_that_is_not_trusted_is_missed_in_each_envelope_that_it_signed() {
    assertThat(Verification.of(packed, Trust.in(newer)).findings())
        .singleElement()
        .asString()
        .startsWith("custody/envelopes-are-signed: envelopes/")
        .endsWith(" is signed by none of them; the limit is " + Envelope.keyId(newer));
    assertThat(Verification.of(packed, Trust.in(older)).findings()).hasSize(4);
  }

  @Test
  void F12_a_key_that_no_envelope_names_or_that_lies_in_another_s_place_is_named() {
    PublicKey foreign = ExampleKeys.keyPair().getPublic();
    Bytes pem = Bytes.utf8(Pem.of(foreign));

    assertThat(wrongWith(EvidenceKeys.file(foreign), pem))
        .containsExactly(
            "custody/evidence-keys-are-those-of-the-envelopes: "
                + EvidenceKeys.file(foreign)
                + " is another key, or in no envelope; the limit is a key that an envelope names");
    assertThat(wrongWith(EvidenceKeys.file(older), pem)).hasSize(1);
    assertThat(wrongWith(EvidenceKeys.file(older), Bytes.utf8("no key"))).hasSize(1);
  }

  @Test
  void S08_a_key_is_read_from_the_fact_of_its_first_use() {
    ExampleFacts.Said used =
        new ExampleFacts.Said(
            EvidenceKeys.SUBJECT,
            EvidenceKeys.USED,
            "sallyport",
            PromotedVersion.START,
            EvidenceKeys.payload(older));
    List<Bytes> facts = new ArrayList<>();
    ExampleFacts.append(facts, used);

    assertThat(EvidenceKeys.in(facts)).containsExactly(older);
  }

  private List<String> wrongWith(String file, Bytes content) {
    TreeMap<String, Bytes> files = new TreeMap<>(packed.files());
    files.put(file, content);
    return EvidenceKeys.wrong(files).stream().map(Finding::toString).toList();
  }
}
