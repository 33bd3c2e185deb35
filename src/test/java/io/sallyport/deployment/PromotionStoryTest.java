package io.sallyport.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.authority.Decision;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Directory;
import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Inbox;
import io.sallyport.authority.PendingDecision;
import io.sallyport.authority.Person;
import io.sallyport.authority.signing.SignedChallenge;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.deployment.stop.EmergencyStops;
import io.sallyport.local.Await;
import io.sallyport.local.InvokeRights;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.aws.Clients;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.rules.Refused;
import io.sallyport.workflow.HumanTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ModelSummary;

/**
 * A version from Gate 3 into service, stopped and restored: one story, told in order. What the
 * step-up proves is tested where it is made ({@code StepUpTest}) and in the browser; here its proof
 * is given, so that eight signatures can arrive at once.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromotionStoryTest {

  private static final Duration STORY = Duration.ofMinutes(4);
  private static final String MODEL = "harbor-cover";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Decisions decisions = boundary.bean(Decisions.class);
  private final Models models = boundary.bean(Models.class);
  private final Predictions predictions = boundary.bean(Predictions.class);
  private final ModelVersion version =
      boundary
          .sample("harbor")
          .submit(MODEL, Path.of("samples/satellite.csv"), "land_cover", "0.85");

  @Test
  @Order(1)
  void R09_R10_the_submitter_is_refused_and_the_task_stays_open() {
    HumanTask task = waiting("decide-on-promotion");

    assertThatThrownBy(() -> decisions.state(task.id(), person("emil"), authorize(), ""))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("authorization/the-decider-is-named")
        .hasMessageContaining("authorization/the-decider-had-no-part");

    assertThat(boundary.bean(Inbox.class).open(task.id())).isPresent();
  }

  @Test
  @Order(2)
  void R21_of_eight_signatures_at_once_one_counts() throws InterruptedException {
    Person bob = person("bob");
    SignedChallenge proof = proof(stated(waiting("decide-on-promotion").id(), bob, authorize()));
    ExecutorService people = Executors.newFixedThreadPool(8);
    Callable<Boolean> signing =
        () -> {
          decisions.sign(proof, bob);
          return true;
        };

    List<Future<Boolean>> signed = people.invokeAll(Collections.nCopies(8, signing));
    people.shutdown();

    assertThat(signed.stream().filter(PromotionStoryTest::succeeded)).hasSize(1);
    assertThat(kinds().stream().filter("decision-signed"::equals)).hasSize(1);
  }

  @Test
  @Order(3)
  void S05_S11_the_signed_version_comes_into_service_step_by_step() {
    reached(State.IN_SERVICE);

    assertThat(kinds())
        .containsSubsequence(
            "gate-1-passed",
            "gate-2-passed",
            "decision-signed",
            "gate-3-passed",
            "registry-approved",
            "deployment-checked",
            "endpoint-in-service",
            "answers-verified",
            "scaling-bounds-set",
            "service-period-opened",
            "invocation-permitted");
  }

  @Test
  @Order(4)
  void S13_the_role_that_verified_its_answers_keeps_neither_right_nor_denial() {
    String endpoint = OwnEndpoint.of(version).value();

    try (Clients root = Clients.root(boundary.aws())) {
      assertThat(InvokeRights.of(root.iam(), "sallyport-invoking", endpoint))
          .containsExactly("Allow");
      assertThat(InvokeRights.of(root.iam(), "sallyport-checking", endpoint)).isEmpty();
    }
  }

  @Test
  @Order(4)
  void S13_of_its_models_the_one_that_answers_is_left() {
    try (Clients root = Clients.root(boundary.aws())) {
      SageMakerClient sageMaker = root.build(SageMakerClient.builder());
      assertThat(sageMaker.listModelsPaginator().models().stream())
          .filteredOn(model -> isOwn(sageMaker, model))
          .extracting(ModelSummary::modelName)
          .containsExactly(OwnEndpoint.of(version).value());
    }
  }

  private boolean isOwn(SageMakerClient sageMaker, ModelSummary model) {
    return sageMaker.listTags(list -> list.resourceArn(model.modelArn())).tags().stream()
        .anyMatch(tag -> tag.value().equals(version.id()));
  }

  @Test
  @Order(5)
  void S14_a_consumer_is_answered_and_nobody_else() throws IOException {
    byte[] row = firstRow();
    String answer =
        new String(predictions.predict(MODEL, row, person("emil")).body(), StandardCharsets.UTF_8);

    assertThat(answer).contains("\"label\":\"grey_soil\"");
    assertThatThrownBy(() -> predictions.predict(MODEL, row, person("bob")))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("service/the-requester-is-a-consumer");
  }

  @Test
  @Order(6)
  void F37_an_engineer_cannot_stop_it() {
    assertThatThrownBy(() -> stated(person("emil")))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("authorization/the-decider-is-named");
    assertThat(kinds()).doesNotContain("emergency-stopped");
  }

  @Test
  @Order(7)
  void F37_one_person_signs_the_stop_and_a_second_restores_it() throws IOException {
    byte[] row = firstRow();
    Person olga = person("olga");

    decisions.sign(proof(stated(person("oscar"))), person("oscar"));

    assertThatThrownBy(() -> predictions.predict(MODEL, row, person("emil")))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("suspended");
    Decision restore = new Decision("restore", "The cause was found.", Map.of());
    decisions.sign(proof(stated(waiting("decide-after-stop").id(), olga, restore)), olga);
    reached(State.IN_SERVICE);
    assertThat(predictions.predict(MODEL, row, person("emil")).body()).isNotEmpty();
    assertThat(kinds())
        .containsSubsequence(
            "decision-signed", "emergency-stopped", "invocation-withdrawn", "service-restored");
  }

  @Test
  @Order(8)
  void F37_of_two_who_sign_the_stop_at_once_one_stops_it_and_the_other_is_told() {
    SignedChallenge oscars = proof(stated(person("oscar")));
    SignedChallenge olgas = proof(stated(person("olga")));

    decisions.sign(oscars, person("oscar"));

    assertThatThrownBy(() -> decisions.sign(olgas, person("olga")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("decision/the-task-is-open");
    assertThat(kinds().stream().filter("emergency-stopped"::equals)).hasSize(2);
    assertThat(decisions.startable(EmergencyStops.START, version.id())).isEmpty();
  }

  private PendingDecision stated(Person person) {
    String start = decisions.startable(EmergencyStops.START, version.id()).orElseThrow().id();
    Decision stop = new Decision(EmergencyStops.STOP, "Odd answers seen.", Map.of());
    return stated(start, person, stop);
  }

  private PendingDecision stated(String task, Person person, Decision decision) {
    String seen = decisions.open(task, person).packetSha256();
    return decisions.state(task, person, decision, seen);
  }

  private static boolean succeeded(Future<Boolean> signing) {
    try {
      return signing.get();
    } catch (ExecutionException | InterruptedException refused) {
      return false;
    }
  }

  private static Decision authorize() {
    return new Decision("authorize", "Well above the limit, nothing open.", Map.of());
  }

  private static SignedChallenge proof(PendingDecision pending) {
    return new SignedChallenge(
        pending.taskId(),
        pending.statementSha256(),
        "challenge",
        "token",
        "{\"kid\":\"given\"}",
        pending.statedAt());
  }

  private static byte[] firstRow() throws IOException {
    String line = Files.readAllLines(Path.of("samples/satellite.csv")).get(1);
    return (line.substring(0, line.lastIndexOf(',')) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private Person person(String name) {
    return boundary
        .bean(Directory.class)
        .find(DemoPeople.named(name).subject())
        .orElseThrow(() -> new AssertionError(name + " is a demo person"));
  }

  private HumanTask waiting(String task) {
    return Await.found(
        version.id() + " waits at " + task + ", having " + kinds(),
        STORY,
        () ->
            boundary.bean(Inbox.class).about(version.id()).stream()
                .filter(each -> each.key().equals(task))
                .findFirst());
  }

  private void reached(State state) {
    Await.found(
        version.id() + " becomes " + state,
        STORY,
        () -> Optional.of(models.of(version.id())).filter(now -> now.state() == state));
  }

  private List<String> kinds() {
    return boundary.bean(Ledger.class).facts(version.id()).stream()
        .map(RecordedFact::kind)
        .toList();
  }
}
