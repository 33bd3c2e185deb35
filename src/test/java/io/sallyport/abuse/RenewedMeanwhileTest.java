package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.InvokeRights;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.SampleSubmission;
import io.sallyport.local.Story;
import io.sallyport.local.aws.Clients;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.monitoring.EndedAuthorization;
import io.sallyport.monitoring.Episodes;
import io.sallyport.monitoring.Opening;
import io.sallyport.monitoring.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node dies after it took the permission of an overdue version away, and before it could say so;
 * then the official signs anew (F14, R25).
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewedMeanwhileTest {

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final ManagementService management = boundary.bean(ManagementService.class);
  private final TransactionTemplate transaction = boundary.bean(TransactionTemplate.class);
  private final Story version =
      new Story(
          boundary,
          boundary
              .sample("sentinel")
              .apart(4)
              .forTests()
              .submit("delta-cover", Path.of("samples/satellite.csv"), "land_cover", "0.85"));
  private final String id = version.version().id();
  private final EngineByHand engine = new EngineByHand(boundary, id);
  private final Signer people = new Signer(boundary, id);

  @BeforeAll
  void standStill() {
    version.authorizedBy("alice").reaches(State.IN_SERVICE);
    EngineByHand.pause(boundary);
  }

  @AfterAll
  void goOn() {
    EngineByHand.resume(boundary);
  }

  @Test
  void F14_R25_a_renewal_gets_back_what_a_node_took_and_could_not_record() {
    overdue();
    DueStep suspension = engine.due().orElseThrow();
    assertThat(suspension.activity()).isEqualTo("suspend-overdue-version");
    transaction.executeWithoutResult(
        crash -> {
          crash.setRollbackOnly();
          management.executeJob(suspension.job());
        });
    assertThat(rights()).containsExactly("Deny");

    people.decides("bob", "recommend-after-episode", "keep");
    Map<String, String> terms = Map.of("ends", SampleSubmission.end().toString());
    people.decides("olga", "decide-after-episode", "keep", terms);
    carriesOut();

    assertThat(version.version().state()).isEqualTo(State.IN_SERVICE);
    assertThat(version.kinds())
        .contains("authorization-renewed", "episode-closed")
        .doesNotContain("service-suspended");
    assertThat(rights()).containsExactly("Allow");
  }

  /** Its authorization ended while an episode is undecided: the timer has fired. */
  private void overdue() {
    EndedAuthorization.yesterday(boundary, id);
    Opening expiring =
        new Opening(
            id,
            Reason.EXPIRY,
            Optional.empty(),
            "Its authorization ends.",
            List.of(),
            Opening.By.SALLYPORT);
    transaction.executeWithoutResult(status -> boundary.bean(Episodes.class).open(expiring));
    carriesOut();
    management.executeJob(
        management.createJobQuery().activityId("authorization-ends").list().stream()
            .filter(timer -> timer.getProcessInstanceId().equals(reauthorization()))
            .findFirst()
            .orElseThrow()
            .getId());
  }

  private String reauthorization() {
    return people.task("recommend-after-episode").orElseThrow().processInstance();
  }

  private void carriesOut() {
    for (Optional<DueStep> due = engine.due(); due.isPresent(); due = engine.due()) {
      engine.execute(due.get());
    }
  }

  private List<String> rights() {
    String endpoint = version.payload(Lineage.SERVICE_PERIOD_OPENED).path("endpoint").asText();
    try (Clients root = Clients.root(boundary.aws())) {
      return InvokeRights.of(root.iam(), "sallyport-invoking", endpoint);
    }
  }
}
