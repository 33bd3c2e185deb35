package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.security.ImageFacts.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesAreSignedByATrustedProfileTest {

  private final ImagesAreSignedByATrustedProfile rule = new ImagesAreSignedByATrustedProfile();

  @Test
  void S10_signed_images_pass() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S10_an_unsigned_image_is_refused() {
    assertThat(values(SignatureFacts.absent())).containsExactly("unsigned");
  }

  @Test
  void S10_a_signature_of_another_image_is_refused() {
    assertThat(values(Examples.signature("signer", Examples.REPORT, 1024)))
        .containsExactly("signed for " + Examples.REPORT + " of 1024 bytes");
  }

  @Test
  void S10_a_signature_for_another_size_is_refused() {
    assertThat(values(Examples.signature("signer", Examples.DIGEST, 1)))
        .containsExactly("signed for " + Examples.DIGEST + " of 1 bytes");
  }

  @Test
  void S10_a_signer_whom_the_program_does_not_trust_is_refused() {
    assertThat(values(Examples.signature("scanner", Examples.DIGEST, 1024)))
        .containsExactly("signed by scanner");
  }

  @Test
  void S10_everything_that_is_wrong_with_a_signature_is_told_at_once() {
    SignatureFacts bad =
        new SignatureFacts(
            true, "signer", Examples.DIGEST, 1024, false, true, true, List.of("x"), "chain");

    assertThat(values(bad))
        .containsExactly(
            "signed but not verified: chain",
            "signed, but expired",
            "signed, but revoked or not asked",
            "signed with critical fields not understood [x]");
  }

  private List<String> values(SignatureFacts signature) {
    ImageFacts image = Examples.image(Role.TRAINING, signature, Examples.report());
    return rule.check(Examples.facts(image)).stream().map(Finding::value).toList();
  }
}
