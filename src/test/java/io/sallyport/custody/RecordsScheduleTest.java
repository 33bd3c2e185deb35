package io.sallyport.custody;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsScheduleTest {

  @Test
  void S09_what_is_kept_is_kept_for_as_long_as_the_setting_says() {
    RecordsSchedule schedule = new RecordsSchedule(settings(Duration.ofDays(3_650)));

    assertThat(schedule.until(Instant.parse("2026-11-25T13:14:15Z")))
        .isEqualTo("2036-11-22T00:00:00Z");
  }

  @Test
  void R08_a_schedule_of_less_than_three_years_does_not_start() {
    assertThat(wrong(settings(Duration.ofDays(1_096)))).isEmpty();
    assertThat(wrong(settings(Duration.ofDays(1_095)))).containsExactly("retention");
  }

  private static Settings settings(Duration retention) {
    return new Settings(
        retention, Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofMinutes(5));
  }

  private static List<String> wrong(Settings settings) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      return factory.getValidator().validate(settings).stream()
          .map(violation -> violation.getPropertyPath().toString())
          .toList();
    }
  }
}
