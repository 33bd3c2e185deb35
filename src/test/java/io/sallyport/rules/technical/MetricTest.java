package io.sallyport.rules.technical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Refused;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {

  @ParameterizedTest
  @EnumSource
  void S09_every_metric_is_found_by_its_word(Metric metric) {
    String name = metric.ofOneClass() ? metric.word() + ":grey_soil" : metric.word();

    assertThat(Metric.named(name)).contains(metric);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "f1", "f1:", "accuracy:grey_soil", "Accuracy", ":", "recall"})
  void S09_a_metric_of_one_class_names_it_and_no_other_does(String name) {
    assertThat(Metric.named(name)).isEmpty();
  }

  @Test
  void S09_a_class_may_hold_a_colon() {
    assertThat(Metric.named("recall:a:b")).contains(Metric.RECALL);
    assertThat(Metric.classIn("recall:a:b")).contains("a:b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "85 %", "0,85", "1e-1", "NaN", ".5", "1.", "0.1234567890123"})
  void S09_a_threshold_is_a_plain_decimal(String threshold) {
    assertThatThrownBy(() -> new RequestedMetric("accuracy", threshold, Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "gate-1/a-threshold-is-a-decimal: accuracy is "
                + threshold
                + "; the limit is a plain decimal such as 0.85");
  }

  @Test
  void F08_rows_to_prove_are_exact_for_shares_and_by_the_root_of_n_for_others() {
    MetricResult share = result("accuracy", "0.930000", "0.840000");
    MetricResult mean = result("macro-f1", "0.900000", "0.800000");

    assertThat(RowsToProve.of(share, new BigDecimal("0.85"))).isEqualTo(OptionalLong.of(133));
    assertThat(RowsToProve.of(mean, new BigDecimal("0.85"))).isEqualTo(OptionalLong.of(400));
    assertThat(RowsToProve.of(mean, new BigDecimal("0.90"))).isEmpty();
  }

  private static MetricResult result(String name, String measured, String lower) {
    return new MetricResult(name, Optional.empty(), measured, lower, "1.000000", 100, "at least");
  }
}
