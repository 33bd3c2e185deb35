package io.sallyport.custody.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S12, design trust 5: both ends, to the second. */
class FactorPeriodTest {

  private static final Instant STATED = Instant.parse("2026-11-25T01:00:10.900Z");
  private static final Instant RECORDED = Instant.parse("2026-11-25T01:00:20.100Z");

  private final FactorPeriod period = new FactorPeriod(STATED, RECORDED);

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 20, 25})
  void S12_from_the_second_of_the_statement_to_five_after_the_record_is_in_time(int second) {
    assertThat(period.wrong("decision", "auth_time", at(second))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 26})
  void S12_a_second_earlier_or_later_is_named_with_both_limits(int second) {
    assertThat(period.wrong("decision", "auth_time", at(second)).orElseThrow())
        .hasToString(
            "decision/factor-is-given-for-it: auth_time is "
                + at(second)
                + "; the limit is from 2026-11-25T01:00:10Z to 2026-11-25T01:00:25Z");
  }

  private static Instant at(int second) {
    return Instant.parse("2026-11-25T01:00:00Z").plusSeconds(second);
  }
}
