package io.sallyport.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.processes.Case;
import io.sallyport.processes.Deed;
import io.sallyport.processes.Engine;
import io.sallyport.processes.OnEngine;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the diagrams ask, and that the engine lets nobody else answer. */
@ExtendWith(OnEngine.class)
class NamedAuthoritiesTest {

  private static final Map<String, Object> APPROVED =
      Map.of("approvals", 1, "refusals", 0, "returns", 0);
  private static final Map<String, Object> RECOMMENDED = Map.of("outcome", "recommend");

  private static final Map<String, Object> RESTORED = Map.of("outcome", "restore");

  private final Inbox inbox = Engine.shared().bean(Inbox.class);

  @Test
  void C03_gate_3_asks_each_named_authority_and_nobody_else_of_the_same_role() {
    Case gate = Case.of("gate-3-authorization", "significant").goesOn();

    for (String named : List.of("ada", "ben", "cyd")) {
      assertThat(asked(gate, authority(named))).containsExactly("decide-on-promotion");
    }
    assertThat(asked(gate, authority("dan"))).isEmpty();
  }

  @Test
  void C03_R10_whoever_is_not_named_cannot_complete_the_task_of_another() {
    Case gate = Case.of("gate-3-authorization", "routine").goesOn();
    String task = gate.taskFor("ada").getId();

    assertThatThrownBy(() -> gate.completes(task, "dan", authority("dan").groups(), APPROVED))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> gate.completes(task, "ben", authority("ben").groups(), APPROVED))
        .as("named, but for a task of their own")
        .isInstanceOf(AuthorizationException.class);

    assertThat(gate.tasks()).hasSize(3);
    assertThat(asked(gate, authority("ada"))).containsExactly("decide-on-promotion");
  }

  @Test
  void C03_R10_gate_2_asks_the_reviewers_of_the_program_and_no_others() {
    Case gate =
        Case.of("gate-2-security-review", "routine").does("checkImages", Deed.aHighFinding());
    String task = gate.goesOn().tasks().get(0).getId();
    Person reviewer = person("sam", "sentinel", Role.SECURITY_REVIEWER);
    Person elsewhere = person("sue", "mines", Role.SECURITY_REVIEWER);

    assertThat(asked(gate, reviewer)).containsExactly("review-findings");
    assertThat(asked(gate, elsewhere)).isEmpty();
    assertThat(asked(gate, authority("ada"))).isEmpty();
    assertThatThrownBy(() -> gate.completes(task, "sue", elsewhere.groups(), RECOMMENDED))
        .isInstanceOf(AuthorizationException.class);

    gate.completes(task, "sam", reviewer.groups(), RECOMMENDED);
    assertThat(gate.tasks()).isEmpty();
  }

  @Test
  void C03_R10_after_an_emergency_stop_the_deciders_of_the_program_are_asked() {
    Case stop = Case.of("emergency-stop", "routine").goesOn();
    String task = stop.tasks().get(0).getId();
    Person official = person("olu", "sentinel", Role.AUTHORIZING_OFFICIAL);
    Person elsewhere = person("odo", "mines", Role.AUTHORIZING_OFFICIAL);

    assertThat(asked(stop, official)).containsExactly("decide-after-stop");
    assertThat(asked(stop, elsewhere)).isEmpty();
    assertThatThrownBy(() -> stop.completes(task, "odo", elsewhere.groups(), RESTORED))
        .isInstanceOf(AuthorizationException.class);

    stop.completes(task, "olu", official.groups(), RESTORED);
    assertThat(asked(stop, official)).isEmpty();
  }

  @Test
  void C03_when_enough_have_signed_nobody_is_asked_any_more() {
    Case gate = Case.of("gate-3-authorization", "routine").goesOn();

    gate.decides("ada", List.of(), APPROVED);

    for (String named : List.of("ada", "ben", "cyd")) {
      assertThat(asked(gate, authority(named))).isEmpty();
    }
  }

  private List<String> asked(Case about, Person person) {
    return inbox.of(person).stream()
        .filter(task -> task.modelVersion().equals(about.key()))
        .map(HumanTask::key)
        .toList();
  }

  private static Person authority(String subject) {
    return person(subject, "sentinel", Role.TECHNICAL_AUTHORITY);
  }

  private static Person person(String subject, String program, Role role) {
    return new Person(
        subject, subject, subject, Set.of(new Membership(program, role)), false, "sallyport-web");
  }
}
