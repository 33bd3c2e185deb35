package io.sallyport.rules.technical.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Reference values: science.md 5. */
class BootstrapTest {

  private static final long[] SATELLITE = {
    145, 0, 1, 0, 0, 0, 2, 85, 23, 2, 0, 11, 0, 3, 293, 4, 0, 3, 0, 0, 0, 326, 4, 0, 2, 2, 0, 5,
    127, 10, 2, 12, 4, 0, 10, 305
  };

  @Test
  void F08_row_numbers_are_drawn_by_the_published_formula() {
    Draws draws = new Draws(20261124);

    assertThat(IntStream.range(0, 4).map(i -> draws.below(1381)))
        .containsExactly(693, 308, 1197, 441);
  }

  @Test
  void F08_balanced_accuracy_has_the_interval_of_the_reference() {
    Bca bca =
        Bootstrap.bcaOfMatrix(
            ConfusionMatrix.of(6, SATELLITE), ConfusionMatrix::balancedAccuracy, 42);

    assertThat(bca.bias()).isCloseTo(-0.015040, within(5e-7));
    assertThat(bca.acceleration()).isCloseTo(-0.011184, within(5e-7));
    assertThat(bca.interval(0.95).lower()).isCloseTo(0.885339, within(5e-7));
    assertThat(bca.interval(0.95).upper()).isCloseTo(0.920914, within(5e-7));
  }

  @Test
  void F08_macro_f1_has_the_interval_of_the_reference() {
    Interval interval =
        Bootstrap.ofMatrix(ConfusionMatrix.of(6, SATELLITE), ConfusionMatrix::macroF1, 42, 0.95);

    assertThat(interval.lower()).isCloseTo(0.891204, within(5e-7));
    assertThat(interval.upper()).isCloseTo(0.925399, within(5e-7));
  }

  @Property(tries = 50)
  void F08_an_interval_of_counts_holds_the_estimate_and_widens_with_confidence(
      @ForAll @Size(9) List<@IntRange(max = 40) Integer> cells, @ForAll long seed) {
    long[] counts = cells.stream().mapToLong(Integer::longValue).toArray();
    counts[0]++;
    Bca bca = Bootstrap.bcaOfMatrix(ConfusionMatrix.of(3, counts), ConfusionMatrix::macroF1, seed);
    double estimate = ConfusionMatrix.of(3, counts).macroF1();

    assertThat(estimate).isBetween(bca.interval(0.99).lower(), bca.interval(0.99).upper());
    assertThat(bca.interval(0.99).lower()).isLessThanOrEqualTo(bca.interval(0.95).lower());
    assertThat(bca.interval(0.99).upper()).isGreaterThanOrEqualTo(bca.interval(0.95).upper());
  }

  @Property(tries = 30)
  void F08_an_interval_of_rows_holds_the_estimate(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 100) Integer> values,
      @ForAll long seed) {
    double[] truth = values.stream().mapToDouble(Integer::doubleValue).toArray();
    RegressionMetrics metrics = new RegressionMetrics(truth, new double[truth.length]);
    int[] once = IntStream.generate(() -> 1).limit(truth.length).toArray();
    Interval interval = Bootstrap.ofRows(truth.length, metrics::rmse, seed, 0.99);

    assertThat(metrics.rmse(once)).isBetween(interval.lower(), interval.upper());
  }
}
