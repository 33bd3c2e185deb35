package io.sallyport.rules.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values: two-sample chi-squared by SciPy, PSI by hand. */
class ShiftTest {

  private static final Offset<Double> SIX_PLACES = within(5e-7);
  private static final long[] BASELINE = {100, 100, 100, 100, 100, 100, 100, 100, 100, 100};

  @Test
  void S18_a_window_of_the_same_distribution_is_no_shift() {
    Shift shift = Shift.between(BASELINE, new long[] {60, 50, 50, 50, 50, 50, 50, 50, 50, 40});

    assertThat(shift.psi()).isEqualTo(0.007947, SIX_PLACES);
    assertThat(shift.psiStar()).isEqualTo(-0.019053, SIX_PLACES);
    assertThat(shift.chiSquared()).isEqualTo(2.678571, SIX_PLACES);
    assertThat(shift.p()).isEqualTo(0.975689, SIX_PLACES);
  }

  @Test
  void S18_a_window_that_lies_elsewhere_is_one() {
    Shift shift = Shift.between(BASELINE, new long[] {150, 90, 60, 40, 30, 30, 30, 30, 25, 15});

    assertThat(shift.psi()).isEqualTo(0.465959, SIX_PLACES);
    assertThat(shift.psiStar()).isEqualTo(0.438959, SIX_PLACES);
    assertThat(shift.chiSquared()).isEqualTo(155.4404, within(5e-5));
    assertThat(shift.p()).isLessThan(1e-20);
  }

  @Test
  void S18_bins_that_are_empty_in_both_change_nothing() {
    long[] baseline = Arrays.copyOf(BASELINE, 12);
    long[] window = Arrays.copyOf(new long[] {60, 50, 50, 50, 50, 50, 50, 50, 50, 40}, 12);

    assertThat(Shift.between(baseline, window))
        .isEqualTo(Shift.between(BASELINE, Arrays.copyOf(window, 10)));
  }

  @Test
  void S18_a_column_of_one_value_and_an_empty_window_are_no_shift() {
    assertThat(Shift.between(new long[] {10, 0}, new long[] {7, 0}).p()).isEqualTo(1);
    assertThat(Shift.between(BASELINE, new long[10]).p()).isEqualTo(1);
  }

  @Test
  void S18_values_that_were_never_there_are_a_shift() {
    Shift shift = Shift.between(new long[] {500, 500, 0}, new long[] {250, 200, 50});

    assertThat(shift.p()).isLessThan(1e-6);
    assertThat(shift.psiStar()).isGreaterThan(0.25);
  }

  @Test
  void S17_S18_satellite_has_the_deciles_and_counts_of_the_reference() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("samples/satellite.csv"));
    List<String> data = rows.subList(1, rows.size());
    double[] train = x18(data, false);
    double[] heldOut = x18(data, true);
    Bins bins = Bins.ofNumbers("x18", train);

    assertThat(bins.edges())
        .containsExactly(49.0, 67.0, 73.0, 79.0, 85.0, 92.0, 99.0, 104.0, 111.0);
    assertThat(counts(bins, heldOut, x -> x))
        .startsWith(133, 140, 134, 168, 120, 135, 141, 116, 196, 98);
    assertThat(shift(bins, train, heldOut, x -> x).psi()).isEqualTo(0.004714, SIX_PLACES);
    assertThat(shift(bins, train, heldOut, x -> Math.rint(1.1 * x)).psi())
        .isEqualTo(0.492282, SIX_PLACES);
  }

  private static Shift shift(
      Bins bins, double[] train, double[] heldOut, DoubleUnaryOperator change) {
    return Shift.between(counts(bins, train, x -> x), counts(bins, heldOut, change));
  }

  private static long[] counts(Bins bins, double[] values, DoubleUnaryOperator change) {
    long[] counts = new long[bins.count()];
    for (double value : values) counts[bins.of(change.applyAsDouble(value))]++;
    return counts;
  }

  private static double[] x18(List<String> rows, boolean heldOut) {
    return rows.stream()
        .filter(row -> isHeldOut(row) == heldOut)
        .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[17]))
        .toArray();
  }

  /** The split rule of the samples: SHA-256 of the row's text, modulo 5. */
  private static boolean isHeldOut(String row) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).mod(BigInteger.valueOf(5)).signum() == 0;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
