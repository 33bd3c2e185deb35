package io.sallyport.workflow;

import io.sallyport.aws.Events;
import io.sallyport.aws.StateChange;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * AWS's events become messages (R26). Each is a row before it is acknowledged; a duplicate is the
 * same row; one that nobody waits for yet is offered again until its time is over, after which the
 * timer of the waiting task re-reads the truth.
 */
@Component
public class StateChanges {

  private static final Logger log = LoggerFactory.getLogger(StateChanges.class);

  private static final String KEEP =
      """
      insert into workflow.event (id, resource, received_at)
      values (:id, :resource, :now)
      on conflict (id) do nothing
      """;

  private static final String UNTOLD =
      """
      select event.id, awaited.process_instance, awaited.message
        from workflow.event
        join workflow.awaited on awaited.resource = event.resource
       where event.told_at is null
         and event.received_at > :since
       order by event.received_at
       limit 100
      """;

  private record Untold(String id, String instance, String message) {}

  private final Events events;
  private final Processes processes;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Settings settings;
  private final Clock clock;

  StateChanges(
      Events events,
      Processes processes,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Settings settings,
      Clock clock) {
    this.events = events;
    this.processes = processes;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes what has arrived; waits for the first as long as the AWS settings say. */
  @Scheduled(fixedDelay = 100)
  public void receive() {
    for (StateChange change : events.receive()) {
      keep(change);
      events.acknowledge(change);
    }
  }

  private void keep(StateChange change) {
    jdbc.sql(KEEP)
        .param("id", change.arn() + " " + change.status() + " " + change.time())
        .param("resource", change.name())
        .param("now", now())
        .update();
  }

  /** Tells the cases that wait. */
  @Scheduled(fixedDelay = 500)
  void tell() {
    List<Untold> untold =
        jdbc.sql(UNTOLD)
            .param("since", now().minus(settings.hintLifetime()))
            .query(
                (row, number) ->
                    new Untold(
                        row.getString("id"),
                        row.getString("process_instance"),
                        row.getString("message")))
            .list();
    untold.forEach(this::tell);
  }

  private void tell(Untold event) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (processes.tell(event.instance(), event.message())) {
              jdbc.sql("update workflow.event set told_at = :now where id = :id")
                  .param("id", event.id())
                  .param("now", now())
                  .update();
            }
          });
    } catch (RuntimeException refused) {
      if (!Conflicts.isConflict(refused)) throw refused;
      log.debug("{} is told again", event.id());
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
