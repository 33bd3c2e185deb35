package io.sallyport.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.aws.Faults;
import io.sallyport.models.ModelVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.iam.model.IamException;

/** AWS cannot be heard while the boundary is checked: nothing is judged, nothing is lost. */
@Tag("boundary")
class BoundaryOutageTest {

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Faults faults = boundary.aws().faults();
  private final JobExecutor executor = boundary.bean(JobExecutor.class);
  private final ManagementService management = boundary.bean(ManagementService.class);

  @BeforeEach
  void nothing_runs_by_itself() {
    executor.shutdown();
  }

  @AfterEach
  void all_is_well_again() {
    faults.clear();
    executor.start();
  }

  @Test
  void R25_S04_a_case_whose_boundary_cannot_be_checked_now_is_tried_again() {
    ModelVersion version = submitted("outage-in-a-case");
    Job check = at(version, "check-boundary");
    faults.throttle("iam", "SimulatePrincipalPolicy", 1_000);

    assertThatThrownBy(() -> management.executeJob(check.getId())).isInstanceOf(IamException.class);
    assertThat(at(version, "check-boundary").getRetries()).isEqualTo(4);
    assertThat(kinds(version)).containsExactly("model-version-submitted");

    faults.clear();
    management.executeJob(check.getId());
    assertThat(kinds(version)).containsExactly("model-version-submitted", "boundary-checked");
  }

  @Test
  void R25_a_submission_in_an_outage_begins_nothing() {
    faults.throttle("iam", "SimulatePrincipalPolicy", 1_000);

    assertThatThrownBy(() -> submitted("outage-at-the-door")).isInstanceOf(IamException.class);

    assertThat(
            boundary
                .bean(JdbcClient.class)
                .sql("select count(*) from models.model where name = 'outage-at-the-door'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private ModelVersion submitted(String model) {
    return boundary
        .sample("harbor")
        .submit(model, Path.of("samples/satellite.csv"), "land_cover", "0.85");
  }

  /** The job of a step, after the steps before it were carried out. */
  private Job at(ModelVersion version, String activity) {
    return Await.found(
        version.id() + " comes to " + activity,
        Duration.ofSeconds(30),
        () -> {
          Optional<Job> waiting = waiting(version);
          if (waiting.filter(job -> activity.equals(activityOf(job))).isPresent()) return waiting;
          waiting.ifPresent(job -> management.executeJob(job.getId()));
          return Optional.empty();
        });
  }

  private Optional<Job> waiting(ModelVersion version) {
    return boundary
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(version.id())
        .list()
        .stream()
        .flatMap(
            instance ->
                management.createJobQuery().processInstanceId(instance.getId()).list().stream())
        .findFirst();
  }

  private String activityOf(Job job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  private List<String> kinds(ModelVersion version) {
    return boundary.bean(Ledger.class).facts(version.id()).stream()
        .map(RecordedFact::kind)
        .toList();
  }
}
