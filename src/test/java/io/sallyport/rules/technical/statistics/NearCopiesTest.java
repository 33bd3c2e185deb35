package io.sallyport.rules.technical.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reference values on the satellite sample: science.md 1, duplicates (b). */
class NearCopiesTest {

  private static final List<Boolean> NUMERIC = Collections.nCopies(36, true);

  @Test
  void F08_the_satellite_sample_has_no_near_copies() throws Exception {
    Map<Boolean, List<double[]>> parts = satellite();
    NearCopies copies = new NearCopies(parts.get(false), parts.get(true), NUMERIC, 1);

    assertThat(copies.limit()).isCloseTo(0.1792 / 4, within(5e-5));
    assertThat(copies.compared()).isEqualTo(1381);
    assertThat(copies.near()).isZero();
  }

  @Test
  void F08_copies_with_one_percent_of_noise_are_all_found() throws Exception {
    List<double[]> train = satellite().get(false);
    Random random = new Random(7);
    List<double[]> noisy =
        train.subList(0, 200).stream()
            .map(row -> Arrays.stream(row).map(v -> v + random.nextGaussian() * 0.17).toArray())
            .toList();

    assertThat(new NearCopies(train, noisy, NUMERIC, 1).near()).isEqualTo(200);
  }

  @Test
  void F08_words_differ_or_not_and_missing_numbers_stand_at_the_median() {
    List<double[]> train =
        List.of(new double[] {1, 0}, new double[] {2, 1}, new double[] {4, 0}, new double[] {8, 1});
    List<double[]> heldOut = List.of(new double[] {1, 0}, new double[] {1, 2}, new double[] {3, 0});
    double[] missing = {Double.NaN, 0};

    NearCopies copies = new NearCopies(train, heldOut, List.of(true, false), 1);
    Scale scale = new Scale(train, List.of(true, false));

    assertThat(copies.near()).isEqualTo(1);
    assertThat(scale.scaled(missing)).containsExactly(scale.scaled(new double[] {3, 0}));
  }

  @Test
  void F08_of_many_rows_a_sample_of_2000_is_compared() {
    List<double[]> rows = IntStream.range(0, 51_000).mapToObj(i -> new double[] {i}).toList();
    NearCopies copies = new NearCopies(rows, rows, List.of(true), 1);

    assertThat(copies.compared()).isEqualTo(2000);
    assertThat(copies.near()).isEqualTo(2000);
  }

  private static Map<Boolean, List<double[]>> satellite() throws Exception {
    try (Stream<String> lines = Files.lines(Path.of("samples/satellite.csv"))) {
      return lines
          .skip(1)
          .collect(
              Collectors.partitioningBy(
                  NearCopiesTest::heldOut,
                  Collectors.mapping(NearCopiesTest::numbers, Collectors.toList())));
    }
  }

  private static boolean heldOut(String row) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(row.getBytes(UTF_8));
      return new BigInteger(1, hash).mod(BigInteger.valueOf(5)).signum() == 0;
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static double[] numbers(String row) {
    return Stream.of(row.split(",")).limit(36).mapToDouble(Double::parseDouble).toArray();
  }
}
