package io.sallyport.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.sallyport.processes.Case;
import io.sallyport.processes.Deed;
import io.sallyport.processes.Engine;
import io.sallyport.processes.EventQueue;
import io.sallyport.processes.OnEngine;
import io.sallyport.workflow.StateChanges;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R26: what only woke a case is forgotten in time, and nothing that may still wake one. */
@ExtendWith(OnEngine.class)
class SettledEventsTest {

  private static final String WAITS = "training-job-finished";
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient jdbc = Engine.shared().bean(JdbcClient.class);
  private final SettledEvents settled = Engine.shared().bean(SettledEvents.class);
  private final StateChanges changes = Engine.shared().bean(StateChanges.class);
  private final EventQueue queue = Engine.shared().bean(EventQueue.class);

  @AfterEach
  void emptyTheQueue() {
    queue.close();
  }

  @Test
  void R26_an_event_is_forgotten_when_its_time_is_over_and_not_before() {
    Case waiting = training("forgotten-job").goesOn();
    queue.trainingJobEnded("forgotten-job", "2026-11-25T12:00:00Z");
    changes.receive();

    waiting.after(KEPT.minusSeconds(1));
    settled.forget();
    assertThat(events("forgotten-job")).hasSize(1);

    waiting.after(Duration.ofSeconds(2));
    settled.forget();
    assertThat(events("forgotten-job")).isEmpty();
  }

  @Test
  void R26_who_awaits_is_forgotten_when_the_case_has_ended_and_not_before() {
    Case waiting = training("awaited-job").goesOn();
    settled.forget();
    assertThat(awaited("awaited-job")).containsExactly(waiting.instance().getId());

    waiting.told(waiting.instance(), WAITS);
    assertThat(waiting.goesOn().instance()).isEnded();
    settled.forget();

    assertThat(awaited("awaited-job")).isEmpty();
  }

  @Test
  void R26_more_than_one_statement_takes_are_all_forgotten() {
    OffsetDateTime old =
        Engine.shared()
            .bean(Clock.class)
            .instant()
            .minus(KEPT.plusDays(1))
            .atOffset(ZoneOffset.UTC);
    jdbc.sql(
            "insert into workflow.event (id, resource, received_at)"
                + " select 'old ' || n, 'many', :old from generate_series(1, 2500) as n")
        .param("old", old)
        .update();

    settled.forget();

    assertThat(events("many")).isEmpty();
  }

  private List<String> events(String resource) {
    return jdbc.sql("select id from workflow.event where resource = :resource")
        .param("resource", resource)
        .query(String.class)
        .list();
  }

  private List<String> awaited(String resource) {
    return jdbc.sql("select process_instance from workflow.awaited where resource = :resource")
        .param("resource", resource)
        .query(String.class)
        .list();
  }

  /** A training run that waits, as the real step does, for the end of this job. */
  private static Case training(String job) {
    Steps steps = Engine.shared().bean(Steps.class);
    return Case.of("training-run", "routine")
        .does("startTrainingJob", at -> steps.await(steps.of(at), job, WAITS))
        .does("readTrainingJob", Deed.stillRunning());
  }
}
