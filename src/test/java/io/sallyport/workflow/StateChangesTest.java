package io.sallyport.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.sallyport.processes.Case;
import io.sallyport.processes.Deed;
import io.sallyport.processes.Engine;
import io.sallyport.processes.EventQueue;
import io.sallyport.processes.OnEngine;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

/** AWS's events come early, twice, late or never; no case is moved twice and none is lost. */
@ExtendWith(OnEngine.class)
class StateChangesTest {

  private static final String WAITS = "training-job-finished";
  private static final String NOON = "2026-11-25T12:00:00Z";

  private final StateChanges changes = Engine.shared().bean(StateChanges.class);
  private final EventQueue queue = Engine.shared().bean(EventQueue.class);

  @AfterEach
  void emptyTheQueue() {
    queue.close();
  }

  @Test
  void R26_an_event_wakes_the_case_that_waits_for_its_job() {
    Case waiting = training("awaited", Deed.stillRunning()).goesOn();
    Case other = training("of-another", Deed.stillRunning()).goesOn();

    arrives("awaited", NOON);

    assertThat(waiting.goesOn().instance()).isEnded();
    assertThat(other.goesOn().instance()).isWaitingAtExactly(WAITS);
  }

  @Test
  void R26_an_event_before_anybody_waits_is_acknowledged_and_not_lost() {
    Case early = training("early", Deed.stillRunning());
    arrives("early", NOON);
    assertThat(queue.size()).isZero();
    assertThat(early.goesOn().instance()).isWaitingAtExactly(WAITS);

    changes.tell();

    assertThat(early.goesOn().instance()).isEnded();
  }

  @Test
  void R26_an_event_that_the_case_refuses_is_offered_again() {
    Case between = training("between", Deed.trouble(), Deed.stillRunning()).goesOn();
    assertThat(between.instance()).isWaitingAtExactly("read-training-job");
    arrives("between", NOON);
    assertThat(between.persists().instance()).isWaitingAtExactly(WAITS);

    changes.tell();

    assertThat(between.goesOn().instance()).isEnded();
  }

  @Test
  void R26_an_event_that_comes_twice_moves_the_case_once() {
    Case waiting = training("twice", Deed.stillRunning(), Deed.stillRunning()).goesOn();
    arrives("twice", NOON);
    assertThat(waiting.goesOn().instance()).isWaitingAtExactly(WAITS);

    arrives("twice", NOON);

    assertThat(waiting.goesOn().instance()).isWaitingAtExactly(WAITS);
    assertThat(Collections.frequency(waiting.steps(), "readTrainingJob")).isEqualTo(2);
  }

  @Test
  void R26_after_two_minutes_an_event_is_no_news_and_the_timer_reads_the_truth() {
    arrives("late", NOON);
    Case waiting =
        training("late", Deed.stillRunning()).after(Duration.ofMinutes(2).plusSeconds(1));

    changes.tell();
    assertThat(waiting.goesOn().instance()).isWaitingAtExactly(WAITS);

    waiting.after(Duration.ofMinutes(15));
    assertThat(waiting.instance()).isEnded();
  }

  @Test
  void R26_an_event_that_cannot_be_kept_is_not_acknowledged() {
    queue.trainingJobEnded("no\\u0000text", NOON);

    assertThatThrownBy(changes::receive).isInstanceOf(DataAccessException.class);

    assertThat(queue.size()).isEqualTo(1);
  }

  private void arrives(String job, String time) {
    queue.trainingJobEnded(job, time);
    changes.receive();
    changes.tell();
  }

  /** A training run that waits, as the real step does, for the end of this job. */
  private static Case training(String job, Deed... looks) {
    Steps steps = Engine.shared().bean(Steps.class);
    return Case.of("training-run", "routine")
        .does("startTrainingJob", at -> steps.await(steps.of(at), job, WAITS))
        .does("readTrainingJob", looks);
  }
}
