package io.sallyport.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.authority.Directory;
import io.sallyport.authority.RealmPeople;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ending.Withdrawals;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Operations over the wire: an operator of sentinel, an auditor of both, a case of harbor. */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsOfProgramsTest {

  private static final String OPERATORS = "/programs/sentinel/operator";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final RealmPeople people = new RealmPeople(boundary.keycloak());
  private final ModelVersion version;
  private final Trouble incident;

  OperationsOfProgramsTest() {
    people.join("rita", OPERATORS);
    boundary.aws().faults().throttle("sagemaker", "CreateProcessingJob", Integer.MAX_VALUE);
    version =
        boundary
            .sample("harbor")
            .submit("harbors-own", Path.of("samples/satellite.csv"), "land_cover", "0.85");
    incident = stuck();
    boundary.aws().faults().clear();
  }

  @AfterAll
  void leave() {
    boundary
        .bean(Directory.class)
        .find(DemoPeople.named("emil").subject())
        .ifPresent(emil -> boundary.bean(Withdrawals.class).withdraw(version.id(), emil));
    people.leave("rita", OPERATORS);
  }

  @Test
  void W1_an_operator_of_another_program_finds_no_trace_of_an_incident() {
    Visitor rita = Visitor.loggedIn(boundary.address(), "rita");

    assertThat(rita.get("/operations").status()).isEqualTo(200);
    assertThat(rita.get("/operations").text()).doesNotContain("harbors-own");
    assertThat(rita.get("/operations/incidents/" + incident.id()).status()).isEqualTo(404);
    assertThat(retryBy(rita)).isEqualTo(404);
    assertThat(boundary.bean(Incidents.class).about(version.id())).isPresent();
  }

  @Test
  void W1_an_auditor_of_the_program_reads_it_and_has_nothing_tried_again() {
    Visitor audrey = Visitor.loggedIn(boundary.address(), "audrey");

    assertThat(audrey.get("/operations").text()).contains("harbors-own version 1");
    assertThat(audrey.get("/operations/incidents/" + incident.id()).text())
        .contains("An operator can have it tried again.");
    assertThat(retryBy(audrey)).isEqualTo(403);
  }

  private int retryBy(Visitor visitor) {
    return visitor
        .post(
            "/operations/incidents/" + incident.id() + "/retry",
            Map.of(
                "_csrf",
                visitor.get("/models").hidden("_csrf"),
                "reason",
                "The service works again."))
        .status();
  }

  /** A step that has failed once, and shall be tried no more. */
  private Trouble stuck() {
    Trouble failed = Await.found(version.id() + " fails at a step", PATIENCE, this::failed);
    boundary.bean(ManagementService.class).setJobRetries(failed.id(), 0);
    return boundary.bean(Incidents.class).about(version.id()).orElseThrow();
  }

  private Optional<Trouble> failed() {
    return boundary.bean(Incidents.class).beingRetried(Set.of("harbor")).stream()
        .filter(trouble -> trouble.modelVersion().equals(version.id()))
        .findFirst();
  }
}
