package io.sallyport.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final List<String> SOMEBODY = List.of("somebody");
  private static final Duration DAYS = Duration.ofDays(3);

  @Test
  void R08_a_gate_that_could_trust_nobody_is_refused() {
    assertThatThrownBy(() -> new Settings(List.of(), List.of(), SOMEBODY, SOMEBODY, DAYS))
        .hasMessage(
            "gates/a-chain-ends-somewhere: sallyport.gates.trust-anchors is empty, as"
                + " sallyport.gates.signing-authorities; the limit is at least 1 certificate");
  }

  @Test
  void R08_a_gate_needs_signers_scanners_and_time_to_decide() {
    assertThat(wrong(new Settings(SOMEBODY, List.of(), SOMEBODY, SOMEBODY, DAYS))).isEmpty();
    assertThat(wrong(new Settings(SOMEBODY, List.of(), List.of(), List.of(), Duration.ZERO)))
        .containsExactlyInAnyOrder("imageSigners", "scanners", "decisionTime");
  }

  private static List<String> wrong(Settings settings) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      return factory.getValidator().validate(settings).stream()
          .map(violation -> violation.getPropertyPath().toString())
          .toList();
    }
  }
}
