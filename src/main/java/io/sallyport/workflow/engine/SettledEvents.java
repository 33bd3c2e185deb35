package io.sallyport.workflow.engine;

import io.sallyport.workflow.Settings;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets what only woke somebody: AWS's events, told or too late to tell, and who awaited them
 * once the case has ended. Neither is evidence; what a step then read is in its facts.
 */
@Component
class SettledEvents {

  /** Rows of one statement, so that none holds many locks; what is left comes at once or later. */
  private static final int ROWS_MAX = 1_000;

  private static final int STATEMENTS_MAX = 100;

  private static final String EVENTS =
      """
      delete from workflow.event
       where id in (select id
                      from workflow.event
                     where received_at < :before
                     order by received_at
                     limit :rows)
      """;

  private static final String AWAITED =
      """
      delete from workflow.awaited
       where (resource, process_instance) in
             (select resource, process_instance
                from workflow.awaited
               where not exists (select from engine.act_ru_execution
                                  where proc_inst_id_ = awaited.process_instance)
               limit :rows)
      """;

  private final JdbcClient jdbc;
  private final Settings settings;
  private final Clock clock;

  SettledEvents(JdbcClient jdbc, Settings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void forget() {
    OffsetDateTime before =
        clock.instant().minus(settings.eventLifetime()).atOffset(ZoneOffset.UTC);
    inBatches(() -> jdbc.sql(EVENTS).param("before", before).param("rows", ROWS_MAX).update());
    inBatches(() -> jdbc.sql(AWAITED).param("rows", ROWS_MAX).update());
  }

  private static void inBatches(IntSupplier statement) {
    for (int done = 0; done < STATEMENTS_MAX; done++) {
      if (statement.getAsInt() < ROWS_MAX) return;
    }
  }
}
