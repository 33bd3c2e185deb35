package io.sallyport.models.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.Bytes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryLineTest {

  private static final Instant STATED = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-25T18:00:00Z");

  @Test
  void F31_a_decision_that_was_recorded_later_than_stated_has_both_times() {
    assertThat(line(Duration.ofMinutes(4)))
        .extracting(HistoryLine::words, HistoryLine::day, HistoryLine::recorded)
        .containsExactly("Signed: authorize", "Nov 25, 12:00", "Nov 25, 12:04");
    assertThat(line(Duration.ofSeconds(20)).recorded()).isEmpty();
  }

  private static HistoryLine line(Duration later) {
    Bytes bytes = Bytes.utf8("{\"payload\":{\"name\":\"Alice Ames\",\"outcome\":\"authorize\"}}");
    return HistoryLine.of(
        new RecordedFact(
            "land-cover-7",
            12,
            "decision-signed",
            "1",
            STATED,
            STATED.plus(later),
            bytes.digest(),
            bytes),
        subject -> "somebody",
        NOW);
  }
}
