package io.sallyport.web.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.models.Cause;
import io.sallyport.models.Models;
import io.sallyport.processes.Case;
import io.sallyport.processes.Engine;
import io.sallyport.processes.OnEngine;
import io.sallyport.processes.SubmittedVersion;
import io.sallyport.web.operations.IncidentController.Shown;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Whose incidents a person sees and may have tried again, and what a submitter reads of them. */
@ExtendWith(OnEngine.class)
class OwnIncidentsTest {

  private static final String REASON = "The service works again.";
  private static final String CAUSE = "the service is out of order";

  private final Incidents incidents = Engine.shared().bean(Incidents.class);
  private final OwnIncidents own = new OwnIncidents(incidents, Engine.shared().bean(Models.class));
  private final IncidentController pages =
      new IncidentController(own, Engine.shared().bean(Clock.class));
  private final StuckCases cases = new StuckCases();

  @AfterEach
  void leaveNoIncident() {
    cases.end();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPERATOR", "AUDITOR", "ADMINISTRATOR"})
  void W1_who_looks_into_the_incidents_of_a_program_finds_none_of_another(Role role) {
    Case harbors = cases.stuck("deployment", "recheckLedger", "harbor");
    Person sentinels = person("olaf", role, "sentinel");

    assertThat(versions(own.needingAPerson(sentinels))).doesNotContain(harbors.key());
    assertThat(versions(own.needingAPerson(person("olaf", role, "harbor"))))
        .contains(harbors.key());
    assertNotFound(() -> pages.show(incident(harbors), sentinels));
    assertNotFound(() -> pages.retry(incident(harbors), REASON, sentinels));
    assertThat(incidents.about(harbors.key())).isPresent();
  }

  @Test
  void W1_a_retry_in_one_program_is_not_told_to_another() {
    Case harbors = cases.stuck("deployment", "recheckLedger", "harbor");
    String incident = incident(harbors);
    pages.retry(incident, REASON, person("olaf", Role.OPERATOR, "harbor"));
    harbors.after(Duration.ofMinutes(1));

    Person sentinels = person("olga", Role.OPERATOR, "sentinel");
    assertThat(retried(own.retried(Instant.EPOCH, sentinels))).doesNotContain(harbors.key());
    assertNotFound(() -> pages.show(incident, sentinels));
    Person auditor = person("audrey", Role.AUDITOR, "harbor");
    assertThat(retried(own.retried(Instant.EPOCH, auditor))).contains(harbors.key());
    assertThat(shown(pages.show(incident, auditor)).incident().tag()).isEqualTo("Step finished");
  }

  @Test
  void W1_a_step_is_tried_again_for_an_operator_of_its_program_alone() {
    Case stuck = cases.stuck("deployment", "recheckLedger", "harbor");
    Person elsewhere =
        person(
            "olaf",
            new Membership("harbor", Role.AUDITOR),
            new Membership("sentinel", Role.OPERATOR));

    assertThat(shown(pages.show(incident(stuck), elsewhere)).mayRetry()).isFalse();
    assertThatThrownBy(() -> pages.retry(incident(stuck), REASON, elsewhere))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("incidents/an-operator-of-the-program-retries")
        .hasMessageContaining("no operator of harbor");
    assertThat(incidents.about(stuck.key())).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPERATOR", "AUDITOR", "ADMINISTRATOR"})
  void S09_a_submitter_reads_no_cause_of_gate_1_whatever_else_he_is(Role role) {
    Case stuck = cases.stuck("gate-1-technical-validation", "checkThresholds", "sentinel");
    SubmittedVersion.by("emil", stuck);
    Person submitter = person("emil", role, "sentinel");

    assertThat(shown(pages.show(incident(stuck), submitter)).incident().cause())
        .isEqualTo("You submitted this version: an operator who did not sees the cause.");
    assertThat(own.needingAPerson(submitter))
        .filteredOn(one -> one.modelVersion().equals(stuck.key()))
        .extracting(Trouble::cause)
        .containsExactly("You submitted this version: an operator who did not sees the cause.");
  }

  @ParameterizedTest
  @CsvSource({
    "gate-1-technical-validation, startTransformJob",
    "gate-1-technical-validation, startEvaluationJob",
    "gate-2-security-review,      startScanJob"
  })
  void S09_S10_why_a_job_about_his_model_broke_is_told_to_no_submitter(
      String process, String step) {
    Case stuck = cases.stuck(process, step, "sentinel");
    SubmittedVersion.by("emil", stuck);
    Person submitter = person("emil", Role.OPERATOR, "sentinel");

    assertThat(shown(pages.show(incident(stuck), submitter)).incident().cause())
        .isEqualTo("You submitted this version: an operator who did not sees the cause.");
    assertThat(incidents.about(stuck.key()).map(Cause::forEverybody))
        .contains("the operator sees the cause.");
    Person olga = person("olga", Role.OPERATOR, "sentinel");
    assertThat(shown(pages.show(incident(stuck), olga)).incident().cause()).isEqualTo(CAUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "gate-1-technical-validation, checkThresholds,  olga",
    "training-run,                startTrainingJob, emil"
  })
  void S09_the_cause_is_there_for_others_and_before_anything_was_measured(
      String process, String step, String reader) {
    Case stuck = cases.stuck(process, step, "sentinel");
    SubmittedVersion.by("emil", stuck);

    ModelAndView page = pages.show(incident(stuck), person(reader, Role.OPERATOR, "sentinel"));

    assertThat(shown(page).incident().cause()).isEqualTo(CAUSE);
  }

  private static void assertNotFound(Runnable asked) {
    assertThatThrownBy(asked::run)
        .isInstanceOfSatisfying(
            ResponseStatusException.class,
            answer -> assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
  }

  private String incident(Case stuck) {
    return incidents.about(stuck.key()).map(Trouble::id).orElseThrow();
  }

  private static Shown shown(ModelAndView page) {
    return Optional.ofNullable(page.getModel().get("page")).map(Shown.class::cast).orElseThrow();
  }

  private static Stream<String> versions(List<Trouble> troubles) {
    return troubles.stream().map(Trouble::modelVersion);
  }

  private static Stream<String> retried(List<Retried> retries) {
    return retries.stream().map(Retried::modelVersion);
  }

  private static Person person(String name, Role role, String program) {
    return person(name, new Membership(program, role));
  }

  private static Person person(String name, Membership... memberships) {
    return new Person(name, name, name, Set.of(memberships), false, "sallyport-web");
  }
}
