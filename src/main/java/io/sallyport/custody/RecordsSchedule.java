package io.sallyport.custody;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** How long a record is kept under object lock (AU-11): one schedule for all that is kept. */
@Component
public class RecordsSchedule {

  private final Settings settings;

  RecordsSchedule(Settings settings) {
    this.settings = settings;
  }

  /** The day until which nobody can remove what came about at {@code recordedAt}. */
  public Instant until(Instant recordedAt) {
    return recordedAt.plus(settings.retention()).truncatedTo(ChronoUnit.DAYS);
  }
}
