package io.sallyport.processes;

import static io.sallyport.processes.Deed.stillRunning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape that every wait for AWS has, in each diagram that has one. */
@ExtendWith(OnEngine.class)
class WaitsTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  @ParameterizedTest
  @EnumSource
  void C01_a_message_only_makes_the_case_look_at_the_truth(Wait wait) {
    Case waiting = waiting(wait, stillRunning(), stillRunning());

    assertThat(waiting.told(waiting.instance(), wait.message())).isTrue();
    waiting.goesOn();
    assertThat(waiting.instance()).isWaitingAtExactly(wait.message());
    assertThat(looks(waiting, wait)).isEqualTo(2);

    assertThat(waiting.told(waiting.instance(), wait.message())).isTrue();
    waiting.goesOn();
    assertThat(waiting.instance()).isEnded().hasPassed(wait.message()).hasNotPassed(wait.timer());
    assertThat(looks(waiting, wait)).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void C01_without_a_message_the_case_looks_every_15_minutes(Wait wait) {
    Case waiting = waiting(wait, stillRunning(), stillRunning());

    waiting.after(QUARTER.minusSeconds(1));
    assertThat(looks(waiting, wait)).isEqualTo(1);

    waiting.after(Duration.ofSeconds(1));
    assertThat(looks(waiting, wait)).isEqualTo(2);
    assertThat(waiting.instance()).isWaitingAtExactly(wait.message());

    waiting.after(QUARTER);
    assertThat(waiting.instance()).isEnded().hasPassed(wait.timer());
    assertThat(looks(waiting, wait)).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void R26_a_message_before_twice_or_after_the_wait_is_refused(Wait wait) {
    Case early = Case.of(wait.process(), "routine").does(wait.reader(), stillRunning());
    assertThat(early.told(early.instance(), wait.message())).as("before").isFalse();
    early.goesOn();
    assertThat(early.instance()).isWaitingAtExactly(wait.message());

    assertThat(early.told(early.instance(), wait.message())).as("waiting").isTrue();
    assertThat(early.told(early.instance(), wait.message())).as("twice").isFalse();
    early.goesOn();
    assertThat(early.told(early.instance(), wait.message())).as("after").isFalse();
    assertThat(early.instance()).isEnded();
    assertThat(looks(early, wait)).isEqualTo(2);
  }

  private static Case waiting(Wait wait, Deed... looks) {
    Case waiting = Case.of(wait.process(), "routine").does(wait.reader(), looks);
    waiting.goesOn();
    assertThat(waiting.instance()).isWaitingAtExactly(wait.message());
    return waiting;
  }

  private static int looks(Case waiting, Wait wait) {
    return Collections.frequency(waiting.steps(), wait.reader());
  }
}
