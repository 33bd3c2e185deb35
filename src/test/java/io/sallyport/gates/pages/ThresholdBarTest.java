package io.sallyport.gates.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdBarTest {

  @Test
  void F08_the_limit_stands_at_30_percent_and_the_interval_clears_it() {
    assertThat(bar("0.90", "0.94", "0.92 0.96", "at least"))
        .isEqualTo(
            new ThresholdBar(
                "accuracy",
                "at least 0.90",
                "0.9400",
                "0.9200 to 0.9600",
                "0.0200 to spare",
                1_000,
                "ok",
                "Passed",
                "74.67%",
                "52.33%",
                "44.67%",
                Optional.empty(),
                "accuracy 0.9400, 99% interval 0.9200 to 0.9600, limit at least 0.90, 0.0200 to"
                    + " spare, Passed"));
  }

  @Test
  void F08_an_interval_that_crosses_the_limit_is_not_proven() {
    ThresholdBar bar = bar("0.90", "0.91", "0.89 0.93", "at least");
    assertThat(bar.state()).isEqualTo("stop");
    assertThat(bar.outcome()).isEqualTo("Not proven");
    assertThat(bar.margin()).isEqualTo("0.0100 short");
  }

  @Test
  void F08_a_bound_within_a_quarter_of_the_interval_is_a_close_call() {
    assertThat(bar("0.90", "0.925", "0.905 0.945", "at least").state()).isEqualTo("watch");
    assertThat(bar("0.90", "0.93", "0.91 0.95", "at least").state()).isEqualTo("ok");
  }

  @Test
  void F08_a_loss_passes_to_the_right_of_the_limit_too() {
    ThresholdBar bar = bar("0.050", "0.031", "0.027 0.036", "at most");
    assertThat(bar.state()).isEqualTo("ok");
    assertThat(bar.margin()).isEqualTo("0.0140 to spare");
    assertThat(percent(bar.intervalStart())).isGreaterThan(30);
    assertThat(percent(bar.intervalStart()) + percent(bar.intervalWidth())).isLessThan(97.1);
  }

  @Test
  void F03_the_version_in_service_stands_beside_the_result_within_the_picture() {
    ThresholdBar better = ThresholdBar.of(gain("0.90", "0.94", "at least", "0.89"));
    assertThat(better.before())
        .hasValueSatisfying(
            before -> {
              assertThat(before.words()).isEqualTo("0.0500 better");
              assertThat(before.worse()).isFalse();
              assertThat(percent(before.point())).isBetween(2.9, 30.0);
            });
    assertThat(better.words()).endsWith(", against the version in service 0.0500 better");
    assertThat(ThresholdBar.of(gain("0.05", "0.03", "at most", "0.02")).before())
        .hasValueSatisfying(
            before -> {
              assertThat(before.words()).isEqualTo("0.0100 worse");
              assertThat(before.worse()).isTrue();
            });
    assertThat(
            ThresholdBar.of(gain("0.90", "0.94", "at least", "0.94"))
                .before()
                .orElseThrow()
                .words())
        .isEqualTo("the same");
  }

  private static Measurement gain(String limit, String measured, String direction, String before) {
    BigDecimal value = new BigDecimal(measured);
    return new Measurement(
        "accuracy",
        new BigDecimal(limit),
        value,
        value.subtract(new BigDecimal("0.01")),
        value.add(new BigDecimal("0.01")),
        1_000,
        Optional.of(new BigDecimal(before)),
        direction);
  }

  private static double percent(String value) {
    return Double.parseDouble(value.replace("%", ""));
  }

  private static ThresholdBar bar(
      String limit, String measured, String interval, String direction) {
    return ThresholdBar.of(
        new Measurement(
            "accuracy",
            new BigDecimal(limit),
            new BigDecimal(measured),
            new BigDecimal(interval.split(" ", 2)[0]),
            new BigDecimal(interval.split(" ", 2)[1]),
            1_000,
            Optional.empty(),
            direction));
  }
}
