package io.sallyport.rules.technical.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values: science.md 5. */
class MetricsTest {

  private static final Offset<Double> EXACT = within(5e-7);

  @Test
  void F08_metrics_of_counts_are_those_of_the_reference() {
    ConfusionMatrix matrix = ConfusionMatrix.of(3, digits("0000111222"), digits("0010112220"));

    assertThat(matrix.accuracy()).isCloseTo(0.7, EXACT);
    assertThat(matrix.balancedAccuracy()).isCloseTo(0.694444, EXACT);
    assertThat(matrix.f1(0)).isCloseTo(0.75, EXACT);
    assertThat(matrix.f1(1)).isCloseTo(0.666667, EXACT);
    assertThat(matrix.f1(2)).isCloseTo(0.666667, EXACT);
    assertThat(matrix.macroF1()).isCloseTo(0.694444, EXACT);
    assertThat(matrix.weightedF1()).isCloseTo(0.7, EXACT);
    assertThat(matrix.recall(2)).isCloseTo(0.666667, EXACT);
  }

  @Test
  void F08_a_class_that_occurs_nowhere_does_not_count_and_one_without_hits_is_zero() {
    ConfusionMatrix matrix = ConfusionMatrix.of(4, digits("0011"), digits("0022"));

    assertThat(matrix.balancedAccuracy()).isEqualTo(0.5);
    assertThat(matrix.macroF1()).isCloseTo(1 / 3.0, EXACT);
    assertThat(matrix.f1(3)).isZero();
    assertThat(matrix.recall(3)).isZero();
  }

  @Test
  void F08_the_area_under_the_curve_is_that_of_the_reference() {
    double[] second = {.1, .4, .35, .8, .4};
    double[] first = Arrays.stream(second).map(score -> 1 - score).toArray();
    Auroc auroc = new Auroc(digits("00111"), new double[][] {first, second});

    assertThat(auroc.of(once(5))).isCloseTo(0.75, EXACT);
  }

  @Test
  void F08_the_area_under_the_curve_of_one_class_alone_is_chance() {
    assertThat(new Auroc(digits("000"), new double[][] {{.1, .2, .3}}).of(once(3))).isEqualTo(0.5);
  }

  @Test
  void F08_log_loss_is_that_of_the_reference() {
    double[][] scoresByClass = {{.7, .1, .2, .5}, {.2, .8, .2, .3}, {.1, .1, .6, .2}};

    assertThat(new LogLoss(digits("0121"), scoresByClass).of(once(4))).isCloseTo(0.573654, EXACT);
  }

  @Test
  void F08_the_calibration_error_is_that_of_the_reference() {
    double[] confidence = {.95, .9, .85, .8, .75, .7, .65, .6, .55, .5};
    boolean[] right = {true, true, true, false, true, true, false, true, false, false};

    assertThat(new CalibrationError(confidence, right, 5).of(once(10))).isCloseTo(0.265, EXACT);
    assertThat(new CalibrationError(confidence, right, 3).of(once(10))).isCloseTo(0.185, EXACT);
  }

  @Test
  void F08_a_row_taken_twice_counts_like_two_rows() {
    double[] confidence = {.9, .8, .7};
    boolean[] right = {true, false, true};
    double[] longer = {.9, .8, .8, .7};
    boolean[] longerRight = {true, false, false, true};

    assertThat(new CalibrationError(confidence, right, 2).of(new int[] {1, 2, 1}))
        .isCloseTo(new CalibrationError(longer, longerRight, 2).of(once(4)), EXACT);
  }

  @Test
  void F08_metrics_of_numbers_are_those_of_the_reference() {
    RegressionMetrics metrics =
        new RegressionMetrics(new double[] {3, -.5, 2, 7}, new double[] {2.5, 0, 2, 8});

    assertThat(metrics.mae(once(4))).isCloseTo(0.5, EXACT);
    assertThat(metrics.rmse(once(4))).isCloseTo(0.612372, EXACT);
    assertThat(metrics.r2(once(4))).isCloseTo(0.948608, EXACT);
  }

  private static int[] digits(String text) {
    return text.chars().map(digit -> digit - '0').toArray();
  }

  private static int[] once(int rows) {
    return IntStream.generate(() -> 1).limit(rows).toArray();
  }
}
