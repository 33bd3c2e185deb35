package io.sallyport.rules.technical.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: science.md 1 and 5. */
class WilsonTest {

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.95, 0, 0.277533",
    "0, 10, 0.99, 0, 0.398854",
    "40, 41, 0.95, 0.874049, 0.995681",
    "40, 41, 0.99, 0.821598, 0.997130",
    "1281, 1381, 0.95, 0.9127, 0.9401",
    "1281, 1381, 0.99, 0.9075, 0.9436",
    "1187, 1381, 0.95, 0.8402, 0.8769",
    "1187, 1381, 0.99, 0.8337, 0.8819",
    "1167, 1381, 0.99, 0.8183, 0.8685",
    "29, 41, 0.95, 0.555, 0.824",
    "32, 41, 0.95, 0.633, 0.880"
  })
  void F08_the_interval_is_that_of_the_reference(
      long hits, long n, double confidence, double lower, double upper) {
    Interval interval = Wilson.interval(hits, n, confidence);

    double tolerance = n < 20 || hits == 40 ? 5e-7 : n < 100 ? 5e-4 : 5e-5;
    assertThat(interval.lower()).isCloseTo(lower, within(tolerance));
    assertThat(interval.upper()).isCloseTo(upper, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    "0.93, 77, 133",
    "0.90, 196, 339",
    "0.88, 545, 940",
    "1.00, 22, 38",
  })
  void F08_the_rows_that_prove_085_are_those_of_the_reference(
      double truth, long rows95, long rows99) {
    assertThat(Wilson.rowsToProve(truth, 0.85, 0.95)).isEqualTo(rows95);
    assertThat(Wilson.rowsToProve(truth, 0.85)).isEqualTo(rows99);
  }

  @ParameterizedTest
  @CsvSource({"39, false, false", "40, true, false", "41, true, true"})
  void F08_sonar_needs_40_of_41_rows_at_95_percent_and_all_at_99(
      long hits, boolean at95, boolean at99) {
    assertThat(Wilson.interval(hits, 41, 0.95).lower() >= 0.85).isEqualTo(at95);
    assertThat(Wilson.interval(hits, 41, 0.99).lower() >= 0.85).isEqualTo(at99);
  }

  @Property
  void F08_the_interval_holds_the_share_and_one_more_hit_never_lowers_it(
      @ForAll @IntRange(min = 1, max = 3000) int n, @ForAll @IntRange(max = 2999) int any) {
    int hits = any % n;
    Interval interval = Wilson.interval(hits, n, Normal.CONFIDENCE);
    Interval better = Wilson.interval(hits + 1, n, Normal.CONFIDENCE);

    assertThat((double) hits / n).isBetween(interval.lower(), interval.upper());
    assertThat(better.lower()).isGreaterThan(interval.lower());
    assertThat(better.upper()).isGreaterThanOrEqualTo(interval.upper());
  }
}
