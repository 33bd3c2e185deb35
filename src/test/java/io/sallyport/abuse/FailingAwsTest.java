package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.authority.Person;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.aws.Faults;
import io.sallyport.models.RunningJobs;
import io.sallyport.models.RunningJobs.RunningJob;
import io.sallyport.models.ending.Withdrawals;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Row 25 of the abuse suite: AWS throttles, fails or times out after success. The SDK waits and
 * tries again, then the engine does, and after the last try a person is asked; nothing is started
 * twice.
 */
@Tag("boundary")
class FailingAwsTest {

  private static final int EVERY_TIME = Integer.MAX_VALUE;
  private static final Set<String> HARBOR = Set.of("harbor");
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final int TRIES = 5;
  private static final int TRIES_OF_THE_SDK = 3;

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Faults faults = boundary.aws().faults();
  private final Incidents incidents = boundary.bean(Incidents.class);
  private final RunningJobs running = boundary.bean(RunningJobs.class);
  private final String version;
  private final EngineByHand engine;

  FailingAwsTest() {
    EngineByHand.pause(boundary);
    boundary.aws().hold();
    version =
        boundary
            .sample("harbor")
            .submit("failing-aws", Path.of("samples/satellite.csv"), "land_cover", "0.85")
            .id();
    engine = new EngineByHand(boundary, version);
  }

  @AfterEach
  void withdraw() {
    faults.clear();
    boundary.bean(Withdrawals.class).withdraw(version, Signer.person(boundary, "emil"));
    boundary.aws().letGo();
    EngineByHand.resume(boundary);
  }

  @Test
  void R25_a_throttled_step_is_backed_off_and_after_its_last_try_a_person_is_asked() {
    DueStep step = dueAt("start-processing-job");
    faults.clear();
    faults.throttle("sagemaker", "CreateProcessingJob", EVERY_TIME);

    for (int left = TRIES - 1; left >= 0; left--) {
      failsAndHasLeft(step, left);
    }

    Trouble trouble = incidents.about(version).orElseThrow();
    assertThat(trouble.activity()).isEqualTo("start-processing-job");
    assertThat(trouble.cause()).contains("Rate exceeded");
    assertThat(faults.calls("sagemaker", "CreateProcessingJob"))
        .isEqualTo(TRIES * TRIES_OF_THE_SDK);
    assertThat(processingJobs()).isZero();
  }

  @Test
  void R25_the_retry_of_a_person_carries_the_step_out_once_and_is_then_done() {
    DueStep step = dueAt("start-processing-job");
    faults.throttle("sagemaker", "CreateProcessingJob", EVERY_TIME);
    for (int left = TRIES - 1; left >= 0; left--) {
      failsAndHasLeft(step, left);
    }
    faults.clear();

    Instant before = Instant.now().minus(Duration.ofSeconds(5));
    Person olga = Signer.person(boundary, "olga");
    incidents.retry(step.job(), olga.subject(), olga.name(), "AWS answers again.");
    engine.execute(step);

    assertThat(incidents.about(version)).isEmpty();
    assertThat(incidents.retried(before, HARBOR))
        .filteredOn(retried -> retried.modelVersion().equals(version))
        .singleElement()
        .matches(Retried::passed);
    assertThat(processingJobs()).isEqualTo(1);
  }

  @Test
  void R25_a_time_out_after_success_starts_no_second_job() {
    DueStep step = dueAt("start-processing-job");
    faults.clear();
    faults.timeOutAfterSuccess("sagemaker", "CreateProcessingJob", EVERY_TIME);

    engine.execute(step);

    assertThat(faults.calls("sagemaker", "CreateProcessingJob")).isGreaterThan(1);
    assertThat(processingJobs()).isEqualTo(1);
    assertThat(engine.due()).map(DueStep::activity).contains("read-processing-job");
  }

  @Test
  void R25_a_job_that_was_stopped_in_aws_is_started_anew_under_a_name_of_its_own() {
    engine.execute(dueAt("start-processing-job"));
    RunningJob stopped = running.of(version).get(0);
    stop(new ResourceName(stopped.name()));

    engine.execute(dueAt("read-processing-job"));
    assertThat(running.of(version)).isEmpty();
    engine.execute(dueAt("start-processing-job"));

    assertThat(running.of(version))
        .singleElement()
        .extracting(RunningJob::name)
        .isNotEqualTo(stopped.name());
    assertThat(processingJobs()).isEqualTo(2);
  }

  private DueStep dueAt(String activity) {
    DueStep step = engine.due().orElseThrow();
    while (!step.activity().equals(activity)) {
      engine.execute(step);
      step = engine.due().orElseThrow();
    }
    return step;
  }

  /** The try fails; the next is due in a minute, if there is one. */
  private void failsAndHasLeft(DueStep step, int left) {
    Instant now = Instant.now();
    assertThatThrownBy(() -> engine.execute(step)).isInstanceOf(RuntimeException.class);
    assertThat(engine.triesLeft(step)).isEqualTo(left);
    Optional<Instant> next =
        incidents.beingRetried(HARBOR).stream()
            .filter(trouble -> trouble.id().equals(step.job()))
            .findFirst()
            .flatMap(Trouble::nextTry);
    assertThat(next.isPresent()).isEqualTo(left > 0);
    next.ifPresent(due -> assertThat(due).isAfter(now.plus(Duration.ofSeconds(50))));
  }

  /** Somebody stops the job, and AWS comes to it. */
  private void stop(ResourceName job) {
    ProcessingJobs jobs = boundary.bean(ProcessingJobs.class);
    jobs.stop(job);
    boundary.aws().letGo();
    Await.found(
        "the end of " + job,
        SOON,
        () -> Optional.of(jobs.read(job)).filter(now -> now.state() != JobState.RUNNING));
    boundary.aws().hold();
  }

  private long processingJobs() {
    return boundary.aws().moment().inventory().get("sagemaker-processing-jobs").values().stream()
        .filter(job -> job.toString().contains("/runs/" + version + "/"))
        .count();
  }
}
