package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Rule;
import io.sallyport.rules.technical.statistics.Interval;
import io.sallyport.rules.technical.statistics.Normal;
import io.sallyport.rules.technical.statistics.Wilson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TechnicalRulesTest {

  private static final int SEEDS = 2000;
  private static final int ROWS = 1381;

  @Test
  void S09_a_proven_model_passes_the_book() {
    assertThat(TechnicalRules.BOOK.check(passing().facts())).isEmpty();
  }

  @Test
  void S09_every_rule_of_the_book_has_an_id_of_its_own() {
    assertThat(TechnicalRules.BOOK.rules()).extracting(Rule::id).doesNotHaveDuplicates();
  }

  @Test
  void F08_a_model_just_below_the_threshold_passes_in_at_most_5_percent_even_in_ten_looks() {
    long passes = IntStream.range(0, SEEDS).filter(seed -> passes(seed, 0.8499, 1)).count();
    long passesInTen = IntStream.range(0, SEEDS).filter(seed -> passes(seed, 0.8499, 10)).count();

    assertThat(passes).isLessThanOrEqualTo(SEEDS / 100);
    assertThat(passesInTen).isLessThanOrEqualTo(SEEDS * 5 / 100);
  }

  @Test
  void F08_a_good_model_passes_in_most_cases() {
    assertThat(IntStream.range(0, SEEDS).filter(seed -> passes(seed, 0.9276, 1)).count())
        .isGreaterThan(SEEDS * 99 / 100);
  }

  private static boolean passes(int seed, double truth, int looks) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, looks).anyMatch(look -> passes(hits(random, truth)));
  }

  private static long hits(SplittableRandom random, double truth) {
    return IntStream.range(0, ROWS).filter(row -> random.nextDouble() < truth).count();
  }

  private static boolean passes(long hits) {
    Interval interval = Wilson.interval(hits, ROWS, Normal.CONFIDENCE);
    MetricResult result =
        FactsForGate1.accuracy(
            six((double) hits / ROWS), six(interval.lower()), six(interval.upper()));
    return TechnicalRules.BOOK.check(passing().measured(result).facts()).isEmpty();
  }

  private static String six(double value) {
    return BigDecimal.valueOf(value).setScale(6, RoundingMode.FLOOR).toPlainString();
  }
}
