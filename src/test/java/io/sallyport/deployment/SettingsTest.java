package io.sallyport.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void R08_the_defaults_and_the_limits_are_taken() {
    assertThat(wrong(new Settings(1e-6, 200, 600))).isEmpty();
    assertThat(wrong(new Settings(0.001, 10_000, 1))).isEmpty();
  }

  @Test
  void R08_a_check_of_answers_that_checks_nothing_does_not_start() {
    assertThat(wrong(new Settings(0.0011, 0, 0)))
        .containsExactlyInAnyOrder("answerTolerance", "checkedRows", "invocationsPerInstance");
    assertThat(wrong(new Settings(-1, 10_001, 1)))
        .containsExactlyInAnyOrder("answerTolerance", "checkedRows");
  }

  private static List<String> wrong(Settings settings) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      return factory.getValidator().validate(settings).stream()
          .map(violation -> violation.getPropertyPath().toString())
          .toList();
    }
  }
}
