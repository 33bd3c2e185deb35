package io.sallyport.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.processes.Case;
import io.sallyport.processes.Deed;
import io.sallyport.processes.Engine;
import io.sallyport.processes.OnEngine;
import io.sallyport.rules.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that wait for a person: found among many, and tried again for a stated reason. */
@ExtendWith(OnEngine.class)
class IncidentsTest {

  private static final int MORE_THAN_A_PAGE = 101;

  private final Incidents incidents = Engine.shared().bean(Incidents.class);
  private final List<Case> stuck = new ArrayList<>();

  @AfterEach
  void leaveNoIncident() {
    stuck.forEach(one -> tries(one, 1));
  }

  @Test
  void F31_the_trouble_of_a_case_is_found_among_more_than_a_page_of_others() {
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) stuck();

    assertThat(stuck)
        .allSatisfy(one -> assertThat(incidents.about(one.key())).as(one.key()).isPresent());
  }

  @Test
  void F31_the_trouble_of_a_program_is_listed_beside_more_than_a_page_of_another() {
    Case harbor = stuck("harbor");
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) stuck();

    assertThat(incidents.needingAPerson(Set.of("harbor")))
        .extracting(Trouble::modelVersion)
        .containsExactly(harbor.key());
    assertThat(incidents.needingAPerson(Set.of())).isEmpty();
  }

  @Test
  void F31_of_many_cases_those_that_need_a_person_are_told() {
    Case waits = Case.of("deployment", "routine", "sentinel");
    Case needsAPerson = stuck();

    assertThat(incidents.stuck(List.of(waits.key(), needsAPerson.key())))
        .containsExactly(needsAPerson.key());
    assertThat(incidents.stuck(List.of())).isEmpty();
  }

  @Test
  void F31_what_is_retried_is_due_at_once() {
    Case one = stuck();
    String incident = incidents.about(one.key()).orElseThrow().id();
    ManagementService management = Engine.shared().bean(ManagementService.class);
    Date later = Date.from(Engine.shared().bean(Clock.class).instant().plus(Duration.ofHours(1)));
    management.setJobDuedate(incident, later);

    incidents.retry(incident, "olga", "Olga", "The service works again.");

    assertThat(management.createJobQuery().jobId(incident).executable().count()).isEqualTo(1);
  }

  @Test
  void F31_the_newest_trouble_comes_first() {
    Case older = stuck();
    older.after(Duration.ofHours(1));
    Case newer = stuck();
    newer.after(Duration.ofHours(1));
    Case newest = stuck();

    assertThat(incidents.needingAPerson(Set.of("sentinel")))
        .extracting(Trouble::modelVersion)
        .containsSubsequence(newest.key(), newer.key(), older.key());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 501})
  void C01_a_retry_without_a_reason_of_10_to_500_characters_is_refused(int length) {
    Case one = stuck();
    String incident = incidents.about(one.key()).orElseThrow().id();

    assertThatThrownBy(() -> incidents.retry(incident, "olga", "Olga", "x".repeat(length)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("the limit is 10 to 500 characters");

    assertThat(incidents.about(one.key())).isPresent();
    assertThat(facts(one)).isEmpty();
  }

  @Test
  void C01_a_retry_is_a_fact_and_is_asked_for_once() {
    Case one = stuck();
    String incident = incidents.about(one.key()).orElseThrow().id();

    incidents.retry(incident, "olga", "Olga", "The service works again.");

    assertThat(facts(one)).extracting(RecordedFact::kind).containsExactly("step-retried");
    assertThatThrownBy(() -> incidents.retry(incident, "olga", "Olga", "The service works again."))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("conflict/the-incident-is-open");
    assertThat(facts(one)).hasSize(1);
  }

  @RepeatedTest(3)
  void R21_of_two_who_ask_for_a_retry_at_once_one_is_told_that_it_is_done() throws Exception {
    Case one = stuck();
    String incident = incidents.about(one.key()).orElseThrow().id();
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Boolean> asking =
        () -> {
          together.await();
          incidents.retry(incident, "olga", "Olga", "The service works again.");
          return true;
        };
    ExecutorService people = Executors.newFixedThreadPool(2);

    List<Future<Boolean>> asked = people.invokeAll(List.of(asking, asking));
    people.shutdown();

    assertThat(asked).filteredOn(IncidentsTest::succeeded).hasSize(1);
    assertThat(facts(one)).extracting(RecordedFact::kind).containsExactly("step-retried");
  }

  private static boolean succeeded(Future<Boolean> answer) {
    try {
      return answer.get();
    } catch (ExecutionException | InterruptedException refused) {
      return false;
    }
  }

  private List<RecordedFact> facts(Case about) {
    return Engine.shared().bean(Ledger.class).facts(about.key());
  }

  private Case stuck() {
    return stuck("sentinel");
  }

  private Case stuck(String program) {
    Case one = Case.of("deployment", "routine", program);
    one.does("recheckLedger", Stream.generate(Deed::trouble).limit(9).toArray(Deed[]::new));
    tries(one, 0);
    stuck.add(one);
    return one;
  }

  private static void tries(Case of, int left) {
    ManagementService management = Engine.shared().bean(ManagementService.class);
    management
        .createJobQuery()
        .processInstanceId(of.instance().getId())
        .list()
        .forEach(job -> management.setJobRetries(job.getId(), left));
  }
}
