package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.models.RunningJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.RunningJobs.RunningJob;
import io.sallyport.models.StepJobs;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Steps;
import io.sallyport.workflow.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A job of our own that broke is nobody's answer: it is started anew, three times at most, and then
 * an operator is asked. The product's own code starts and reads; AWS alone is made up.
 */
@ExtendWith(OnEngine.class)
class BrokenJobsTest {

  private static final String CAPACITY = "CapacityError: no ml.m5.xlarge is free";
  private static final int MORE_THAN_ENOUGH = 20;

  private final Engine engine = Engine.shared();
  private final StepJobs stepJobs = engine.bean(StepJobs.class);
  private final RunningJobs running = engine.bean(RunningJobs.class);
  private final Incidents incidents = engine.bean(Incidents.class);
  private final List<String> started = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(
      mode = EXCLUDE,
      names = {"TRAINING", "ENDPOINT"})
  void C01_a_job_of_ours_that_broke_leads_back_to_its_start_and_past_no_other_step(Wait wait) {
    Case broken = Case.of(wait.process(), "routine").does(wait.reader(), Deed.broke()).goesOn();

    assertThat(broken.instance())
        .isEnded()
        .hasPassedInOrder(wait.start(), wait.again())
        .hasNotPassed(wait.message());
    assertThat(Collections.frequency(broken.steps(), wait.starter())).isEqualTo(2);
    assertThat(Collections.frequency(broken.steps(), wait.reader())).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = JobState.class,
      names = {"FAILED", "STOPPED"})
  void S05_a_job_of_ours_that_broke_runs_no_more_and_the_next_has_a_name_of_its_own(JobState end) {
    Case broken = jobs(Wait.SCAN, end, JobState.RUNNING).goesOn();

    assertThat(broken.instance()).isWaitingAtExactly(Wait.SCAN.message());
    assertThat(started).containsExactlyElementsOf(names(broken, Wait.SCAN, 2));
    assertThat(running.of(broken.key()))
        .extracting(RunningJob::name)
        .containsExactly(started.get(1));

    broken.told(broken.instance(), Wait.SCAN.message());
    assertThat(broken.goesOn().instance()).isEnded();
    assertThat(running.of(broken.key())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EXCLUDE,
      names = {"TRAINING", "ENDPOINT"})
  void C01_after_three_broken_jobs_an_operator_is_asked_and_his_retry_starts_another(Wait wait) {
    Case broken = jobs(wait, JobState.FAILED, JobState.STOPPED, JobState.FAILED).persists();

    Trouble incident = incidents.about(broken.key()).orElseThrow();
    assertThat(incident.activity()).isEqualTo(wait.start());
    assertThat(incident.cause())
        .isEqualTo(
            "%s: 3 jobs broke; the limit is 3; the last: %s is FAILED: %s"
                .formatted(wait.start(), started.get(2), CAPACITY));
    assertThat(started).hasSize(3);
    assertThat(running.of(broken.key())).isEmpty();

    incidents.retry(incident.id(), "olga", "Olga Ortiz", "AWS has machines again.");
    assertThat(broken.goesOn().instance()).isEnded().hasPassed(wait.again());
    assertThat(started).containsExactlyElementsOf(names(broken, wait, 4));
  }

  @Test
  void C01_a_retry_allows_three_jobs_once_more_and_no_more() {
    JobState[] six = Stream.generate(() -> JobState.FAILED).limit(6).toArray(JobState[]::new);
    Case broken = jobs(Wait.SCAN, six).persists();

    retry(broken);
    broken.persists();
    assertThat(started).hasSize(6);
    assertThat(incidents.about(broken.key()).orElseThrow().cause()).contains(": 3 jobs broke;");

    retry(broken);
    assertThat(broken.goesOn().instance()).isEnded();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0xA, 0xD83D, 0x1F680})
  void S05_a_reason_of_any_length_and_character_holds_up_no_case(int character) {
    String reason = Character.toString(character).repeat(5_000);
    Case broken = jobs(Wait.SCAN, reason, JobState.FAILED, JobState.RUNNING).goesOn();

    String instance = broken.instance().getId();
    assertThat(broken.instance()).isWaitingAtExactly(Wait.SCAN.message());
    assertThat(engine.bean(RuntimeService.class).getVariable(instance, "whyJobBroke"))
        .isEqualTo(started.get(0) + " is FAILED: " + " ".repeat(2_000));
  }

  private void retry(Case broken) {
    String incident = incidents.about(broken.key()).map(Trouble::id).orElseThrow();
    incidents.retry(incident, "olga", "Olga Ortiz", "AWS has machines again.");
  }

  private Case jobs(Wait wait, JobState... states) {
    return jobs(wait, CAPACITY, states);
  }

  /** A case whose jobs stand so, one look after the other; the next ones complete. */
  private Case jobs(Wait wait, String reason, JobState... states) {
    Case one = Case.of(wait.process(), "routine");
    SubmittedVersion.by("emil", one);
    one.does(
        wait.starter(), Collections.nCopies(MORE_THAN_ENOUGH, starts(wait)).toArray(Deed[]::new));
    one.does(
        wait.reader(),
        Stream.concat(Arrays.stream(states), Stream.of(JobState.COMPLETED))
            .map(state -> reads(wait, state, reason))
            .toArray(Deed[]::new));
    return one;
  }

  private Deed starts(Wait wait) {
    return Deed.real(
        execution ->
            stepJobs.startOurOwn(
                execution,
                engine.bean(Steps.class).locked(execution),
                Kind.valueOf(wait.name()),
                name -> started.add(name.value())));
  }

  private Deed reads(Wait wait, JobState state, String reason) {
    return execution ->
        stepJobs.readOurOwn(
            execution,
            Kind.valueOf(wait.name()),
            name ->
                new JobStatus(
                    name.value(),
                    "arn",
                    state,
                    Optional.of(reason),
                    Map.of(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  /** Of the first jobs of a case. */
  private static List<String> names(Case one, Wait wait, int jobs) {
    return IntStream.rangeClosed(1, jobs)
        .mapToObj(job -> ResourceName.of(one.instance().getId(), wait.start(), job).value())
        .toList();
  }
}
