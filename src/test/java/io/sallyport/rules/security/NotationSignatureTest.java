package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.aws.ImageSigning;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotationSignatureTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
  private static final String DIGEST = "sha256:" + "b".repeat(64);
  private static final ImageSigning SIGNING = ImageSigning.create("signer", NOW);

  @Test
  void S10_a_signature_in_force_by_a_trusted_authority_holds() {
    assertThat(verify(SIGNING.sign(DIGEST, 1024, NOW)))
        .isEqualTo(
            new SignatureFacts(true, "CN=signer", DIGEST, 1024, true, false, true, List.of(), ""));
  }

  @Test
  void S10_nothing_counts_as_not_revoked_before_the_signing_service_was_asked() {
    SignatureFacts facts = verify(SIGNING.sign(DIGEST, 1024, NOW));

    assertThat(facts.revoked()).isTrue();
    assertThat(facts.withRevoked(false).revoked()).isFalse();
  }

  @Test
  void S10_a_chain_to_an_authority_that_we_do_not_trust_does_not_hold() {
    ImageSigning stranger = ImageSigning.create("signer", NOW);

    SignatureFacts facts = verify(stranger.sign(DIGEST, 1024, NOW));

    assertThat(facts.trusted()).isFalse();
    assertThat(facts.problem()).startsWith("certificate chain: ");
  }

  @Test
  void S10_a_payload_changed_after_signing_does_not_hold() {
    String other =
        payloadOf(SIGNING.envelope(header(), ImageSigning.payload("sha256:" + "c".repeat(64), 1)));
    String signed = new String(SIGNING.sign(DIGEST, 1024, NOW), StandardCharsets.UTF_8);
    String swapped = signed.replace(payloadOf(signed.getBytes(StandardCharsets.UTF_8)), other);

    assertThat(verify(swapped.getBytes(StandardCharsets.UTF_8)).problem())
        .isEqualTo("the signature does not verify");
  }

  @Test
  void S10_a_signature_past_its_expiry_is_expired() {
    Map<String, Object> header = SIGNING.header(NOW.minusSeconds(60), NOW);

    assertThat(verify(SIGNING.envelope(header, payload())).expired()).isTrue();
  }

  @Test
  void S10_a_certificate_past_its_end_does_not_hold() {
    Instant from = NOW.minus(Duration.ofDays(10));
    ImageSigning old = ImageSigning.create("signer", from, Duration.ofDays(9));

    SignatureFacts facts =
        new NotationSignature(List.of(old.authority()), List.of(), NOW)
            .verify(old.sign(DIGEST, 1, from));

    assertThat(facts.trusted()).isFalse();
  }

  @Test
  void S10_a_critical_name_that_we_do_not_know_is_told() {
    Map<String, Object> header = header();
    header.put("crit", List.of("io.cncf.notary.signingScheme", "com.example.new"));
    header.put("com.example.new", "x");

    assertThat(verify(SIGNING.envelope(header, payload())).unknownCritical())
        .containsExactly("com.example.new");
  }

  @Test
  void S10_another_content_type_scheme_or_plugin_does_not_hold() {
    assertThat(problemWith("cty", "application/json")).isEqualTo("content type application/json");
    assertThat(problemWith("io.cncf.notary.signingScheme", "x")).isEqualTo("signing scheme x");
    assertThat(problemWith("io.cncf.notary.verificationPlugin", "x"))
        .isEqualTo("verification plugin x");
    assertThat(problemWith("io.cncf.notary.signingTime", "2026-11-25T00:10:00Z"))
        .isEqualTo("signed in the future");
  }

  @Test
  void S10_another_algorithm_does_not_hold_and_none_is_unreadable() {
    assertThat(problemWith("alg", "ES256")).isEqualTo("algorithm ES256");
    assertThat(problemWith("alg", "none")).isNotEmpty();
  }

  @Test
  void S10_only_a_signing_authority_vouches_for_a_time_of_signing() {
    Instant from = NOW.minus(Duration.ofDays(10));
    ImageSigning old = ImageSigning.create("signer", from, Duration.ofDays(9));
    Map<String, Object> header = old.header(from, NOW.plusSeconds(60));
    header.put("io.cncf.notary.signingScheme", "notary.x509.signingAuthority");
    header.put("io.cncf.notary.authenticSigningTime", "2026-11-20T00:00:00Z");
    byte[] putBack = old.envelope(header, payload());
    List<X509Certificate> anchors = List.of(old.authority());

    assertThat(new NotationSignature(anchors, List.of(), NOW).verify(putBack).problem())
        .isEqualTo("no trust anchor is set for its signing scheme");
    assertThat(new NotationSignature(List.of(), anchors, NOW).verify(putBack).trusted()).isTrue();
  }

  @Test
  void S10_the_signing_service_s_profile_is_named_without_its_version() {
    Map<String, Object> header = header();
    header.put(
        "com.amazonaws.signer.signingProfileVersion",
        "arn:aws-us-gov:signer:us-gov-west-1:123456789012:/signing-profiles/sentinel/AbC123");

    assertThat(verify(SIGNING.envelope(header, payload())).profile())
        .isEqualTo("arn:aws-us-gov:signer:us-gov-west-1:123456789012:/signing-profiles/sentinel");
  }

  @Test
  void S10_bytes_that_are_no_envelope_are_not_trusted() {
    for (String bytes : List.of("", "{}", "[]", "{\"payload\":1}", "{\"a\":1,\"a\":2}", "x")) {
      SignatureFacts facts = verify(bytes.getBytes(StandardCharsets.UTF_8));
      assertThat(facts.trusted()).as(bytes).isFalse();
      assertThat(facts.problem()).as(bytes).isNotEmpty();
    }
  }

  @Test
  void S10_no_flipped_byte_of_an_envelope_leaves_another_target_trusted() {
    byte[] envelope = SIGNING.sign(DIGEST, 1024, NOW);
    for (int place = 0; place < envelope.length; place += 7) {
      byte[] flipped = envelope.clone();
      flipped[place] ^= 0x15;
      SignatureFacts facts = verify(flipped);
      assertThat(facts.trusted() && !facts.targetDigest().equals(DIGEST)).isFalse();
    }
  }

  private static Map<String, Object> header() {
    return SIGNING.header(NOW, NOW.plusSeconds(60));
  }

  private static Map<String, Object> payload() {
    return ImageSigning.payload(DIGEST, 1024);
  }

  private static String problemWith(String name, String value) {
    Map<String, Object> header = header();
    header.put(name, value);
    return verify(SIGNING.envelope(header, payload())).problem();
  }

  private static SignatureFacts verify(byte[] envelope) {
    return new NotationSignature(List.of(SIGNING.authority()), List.of(), NOW).verify(envelope);
  }

  private static String payloadOf(byte[] envelope) {
    return new String(envelope, StandardCharsets.UTF_8)
        .replaceFirst("^\\{\"payload\":\"([^\"]+)\".*$", "$1");
  }
}
