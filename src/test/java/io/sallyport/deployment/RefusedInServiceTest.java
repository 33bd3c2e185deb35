package io.sallyport.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.authority.Directory;
import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Person;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.local.Await;
import io.sallyport.local.InvokeRights;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Story;
import io.sallyport.local.aws.Clients;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A version that a reviewer had to look at comes into service; then its ledger is made to say that
 * one authority was enough where the law says two, and a diagram deploys it again.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedInServiceTest {

  private static final Duration WAIT = Duration.ofMinutes(4);
  private static final String MODEL = "light-cover";
  private static final String ALERT = "security-alert-raised";

  private static final String NAMING = "name-the-authorities";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final RuntimeService runtime = boundary.bean(RuntimeService.class);
  private final Story version =
      new Story(
          boundary,
          boundary
              .sample("sentinel")
              .withReviewedImage()
              .apart(4)
              .submit(MODEL, Path.of("samples/satellite.csv"), "land_cover", "0.85"));

  @Test
  @Order(1)
  void S10_a_reviewer_signs_as_one_of_the_programs_reviewers() {
    version.decides("rita", "review-findings", says("recommend"));
    assertThat(version.payload(Lineage.DECISION_SIGNED).path("groups").toString())
        .isEqualTo("[\"/programs/sentinel/security-reviewer\"]");
  }

  @Test
  @Order(2)
  void S11_a_quorum_below_the_law_stops_the_case_before_anybody_is_named() {
    version.waitsAt("decide-on-promotion");
    String gate = gate3();
    runtime.setVariable(gate, "approvalsNeeded", 0);
    runtime.createProcessInstanceModification(gate).startBeforeActivity(NAMING).execute();

    Trouble trouble = Await.found("the naming fails", WAIT, this::trouble);
    runtime.createProcessInstanceModification(gate).cancelAllForActivity(NAMING).execute();
    runtime.setVariable(gate, "approvalsNeeded", 1);

    assertThat(trouble.cause())
        .contains(
            "authorization/the-quorum-reaches-the-tiers-least: approvals needed is 0; the limit is"
                + " at least 1 in tier routine");
    assertThat(version.kinds().stream().filter("authorities-named"::equals)).hasSize(1);
  }

  @Test
  @Order(3)
  void S10_what_a_reviewer_recommended_comes_into_service() throws IOException {
    version.authorizedBy("alice").reaches(State.IN_SERVICE);

    assertThat(version.payload(Lineage.GATE_2_PASSED).path("verdict").asText()).isEqualTo("review");
    assertThat(version.payload("authorities-named").path("tier").asText()).isEqualTo("routine");
    assertThat(predictions().predict(MODEL, firstRow(), emil()).body()).isNotEmpty();
  }

  @Test
  @Order(4)
  void S11_F37_what_the_ledger_refuses_answers_nobody_from_the_alert_on() throws IOException {
    twoWouldHaveBeenNeeded();

    try (QuickWay diagram = new QuickWay(boundary)) {
      diagram.deploys(version.version());
      has("invocation-withdrawn", 1);
    }

    assertThat(
            version.payload(Lineage.DEPLOYMENT_REFUSED).path("findings").findValuesAsText("rule"))
        .containsExactly(
            "authorization/the-first-gate-asked-for-enough",
            "authorization/the-quorum-reaches-the-tiers-least");
    assertThat(version.kinds())
        .containsSubsequence(
            Lineage.DEPLOYMENT_REFUSED, ALERT, "emergency-stopped", "invocation-withdrawn");
    assertThat(version.version().state()).isEqualTo(State.SUSPENDED);
    assertThatThrownBy(() -> predictions().predict(MODEL, firstRow(), emil()))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("suspended");
    assertThat(rights()).containsExactly("Deny");
  }

  @Test
  @Order(5)
  void F37_the_ledger_is_asked_again_before_it_could_answer_again() {
    version.decides("olga", "decide-after-stop", says("restore"));
    has(ALERT, 2);
    assertThat(version.version().state()).isEqualTo(State.SUSPENDED);

    version.decides("olga", "decide-after-stop", says("retire"));

    version.reaches(State.RETIRED);
    assertThat(version.kinds()).doesNotContain("service-restored");
  }

  private String gate3() {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(version.version().id())
        .processDefinitionKey("gate-3-authorization")
        .singleResult()
        .getId();
  }

  private Optional<Trouble> trouble() {
    return boundary.bean(Incidents.class).beingRetried(Set.of("sentinel")).stream()
        .filter(trouble -> trouble.modelVersion().equals(version.version().id()))
        .findFirst();
  }

  /** As an administrator of the database could write it: a higher tier, and one is enough. */
  private void twoWouldHaveBeenNeeded() {
    append(Lineage.SUBMITTED, Map.of("tier", "significant"));
    append("authorities-named", Map.of("tier", "significant", "approvalsNeeded", 1));
  }

  /** The newest fact of the kind once more, with these changes. */
  private void append(String kind, Map<String, Object> changes) {
    Map<String, Object> payload =
        new HashMap<>(
            new ObjectMapper().convertValue(version.payload(kind), new TypeReference<>() {}));
    payload.putAll(changes);
    Fact fact =
        new Fact(
            kind,
            1,
            version.version().id(),
            version.version().submitter(),
            Optional.empty(),
            boundary.bean(Clock.class).instant(),
            Optional.empty(),
            payload);
    boundary
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> boundary.bean(Ledger.class).append(fact));
  }

  private void has(String kind, int times) {
    Await.found(
        times + " " + kind + ", having " + version.kinds(),
        WAIT,
        () ->
            Optional.of(version.kinds())
                .filter(kinds -> kinds.stream().filter(kind::equals).count() == times));
  }

  private String endpoint() {
    return version.payload(Lineage.SERVICE_PERIOD_OPENED).path("endpoint").asText();
  }

  private List<String> rights() {
    try (Clients root = Clients.root(boundary.aws())) {
      return InvokeRights.of(root.iam(), "sallyport-invoking", endpoint());
    }
  }

  private static Map<String, String> says(String outcome) {
    return Map.of("outcome", outcome, "grounds", "Looked at all of it with care.");
  }

  private Predictions predictions() {
    return boundary.bean(Predictions.class);
  }

  private Person emil() {
    return boundary.bean(Directory.class).find(DemoPeople.named("emil").subject()).orElseThrow();
  }

  private static byte[] firstRow() throws IOException {
    String line = Files.readAllLines(Path.of("samples/satellite.csv")).get(1);
    return (line.substring(0, line.lastIndexOf(',')) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
