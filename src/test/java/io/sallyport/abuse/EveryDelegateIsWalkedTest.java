package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.SampleSubmission;
import io.sallyport.local.aws.LocalAws;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.monitoring.EndedAuthorization;
import io.sallyport.monitoring.Episodes;
import io.sallyport.monitoring.Level;
import io.sallyport.monitoring.Opening;
import io.sallyport.monitoring.Reason;
import io.sallyport.rules.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every step of every diagram meets every fault at every call of AWS (design, rule 3), in the story
 * of one version: from submission into service, stopped, restored, restricted, stopped and retired.
 * What this version does not come to gets a token of its own, in the same case, which is taken away
 * after.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryDelegateIsWalkedTest {

  private static final Duration WAIT = Duration.ofMinutes(4);
  private static final String LIFE = "model-authorization";
  private static final String REAUTHORIZATION = "reauthorization";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final EngineByHand engine;
  private final Walk walk;
  private final Signer people;
  private final String version;

  EveryDelegateIsWalkedTest() throws IOException {
    EngineByHand.pause(boundary);
    version = boundary.sample("harbor").submit("walked", unseenData(), "ground", "0.851").id();
    engine = new EngineByHand(boundary, version);
    walk = new Walk(boundary, engine, version);
    people = new Signer(boundary, version);
  }

  @BeforeAll
  void standStill() {
    boundary.aws().hold();
  }

  @AfterAll
  void goOn() {
    boundary.aws().faults().clear();
    boundary.aws().letGo();
    EngineByHand.resume(boundary);
  }

  @Test
  @Order(1)
  void A4_R25_training_survives_every_fault() {
    walkTo("read-training-job");
    aside(LIFE, "record-withdrawal", "record-supersession");
    walkTo("create-evaluation-model");

    assertThat(walk.wrong()).isEmpty();
  }

  @Test
  @Order(2)
  void A4_R25_gates_1_and_2_survive_every_fault() {
    walkTo("record-gate-2-passed");
    aside("gate-2-security-review", "record-gate-2-failed", "remind-and-escalate");
    walkTo("name-the-authorities");

    assertThat(walk.wrong()).isEmpty();
  }

  @Test
  @Order(3)
  void A4_R25_gate_3_and_every_way_out_survive_every_fault() {
    walkToTask("decide-on-promotion");
    aside(
        "gate-3-authorization",
        "record-refusal",
        "record-return-for-rework",
        "remind-and-escalate");
    aside(
        LIFE,
        "archive-with-results",
        "record-return",
        "raise-security-alert",
        "remove-refused-endpoint");
    people.decides("bob", "decide-on-promotion", "authorize");
    walkTo("recheck-ledger");

    assertThat(walk.wrong()).isEmpty();
  }

  @Test
  @Order(4)
  void A4_R25_deployment_survives_every_fault() {
    walkToTheEnd(State.IN_SERVICE);
    walkTo("retire-predecessor");
    carryOut(next());

    assertThat(walk.wrong()).isEmpty();
  }

  @Test
  @Order(5)
  void A4_R25_emergency_stop_survives_every_fault() {
    people.stops("oscar");
    walkToTask("decide-after-stop");
    aside("emergency-stop", "escalate-stop", "raise-security-alert");
    people.decides("olga", "decide-after-stop", "restore");
    walkToTheEnd(State.IN_SERVICE);

    assertThat(walk.wrong()).isEmpty();
  }

  @Test
  @Order(6)
  void A4_R25_re_authorization_survives_every_fault() {
    drifts();
    walkToTask("recommend-after-episode");
    EndedAuthorization.yesterday(boundary, version);
    aside(
        REAUTHORIZATION,
        "remind-about-episode",
        "suspend-overdue-version",
        "escalate-episode",
        "raise-security-alert",
        "drop-episode");
    people.decides("bob", "recommend-after-episode", "restrict");
    Map<String, String> terms =
        Map.of("maximumInstances", "1", "ends", SampleSubmission.end().toString());
    people.decides("olga", "decide-after-episode", "restrict", terms);
    aside(REAUTHORIZATION, "renew-authorization", "expect-retraining", "retire-endpoint");
    walkToTheEnd(State.IN_SERVICE);

    assertThat(walk.wrong()).isEmpty();
  }

  @Test
  @Order(7)
  void A4_R25_retirement_survives_every_fault() {
    people.stops("oscar");
    walkToTask("decide-after-stop");
    people.decides("olga", "decide-after-stop", "retire");
    walkToTheEnd(State.RETIRED);

    assertThat(walk.wrong()).isEmpty();
  }

  @Test
  @Order(8)
  void A4_no_step_of_any_diagram_is_left_out() throws IOException {
    assertThat(walk.walked()).containsExactlyInAnyOrderElementsOf(stepsOfAllDiagrams());
    assertThat(walk.faultsMet()).isGreaterThan(500);
  }

  /** So far that the service is suspended before anybody is asked. */
  private void drifts() {
    Opening major =
        new Opening(
            version,
            Reason.DRIFT,
            Optional.of(Level.MAJOR),
            "Band 4 has drifted.",
            List.of(new Finding("drift/features-stay", "band 4", "0.31", "0.20")),
            Opening.By.SALLYPORT);
    boundary
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> boundary.bean(Episodes.class).open(major));
  }

  /** Rows and a label that no other test submits: what was stored before is only adopted. */
  private static Path unseenData() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("samples/satellite.csv"));
    lines.set(0, lines.get(0).replace("land_cover", "ground"));
    Path file = Files.createTempFile("walked", ".csv");
    file.toFile().deleteOnExit();
    return Files.write(file, lines.subList(0, lines.size() - 1));
  }

  private static List<String> stepsOfAllDiagrams() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .map(EveryDelegateIsWalkedTest::diagram)
          .flatMap(
              diagram ->
                  diagram.nodes().stream()
                      .filter(node -> node.kind() == NodeKind.SERVICE)
                      .filter(EveryDelegateIsWalkedTest::isOfItsOwn)
                      .map(node -> diagram.id() + "/" + node.id()))
          .toList();
    }
  }

  /** A step without a transaction of its own is walked with the one before it. */
  private static boolean isOfItsOwn(Node node) {
    return node.xml().attributeOrEmpty("camunda:asyncBefore").equals("true");
  }

  private static Diagram diagram(Path file) {
    try {
      return Diagram.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new AssertionError(file + " cannot be read", unreadable);
    }
  }

  /** Walks and carries out each step until this one is due. */
  private void walkTo(String activity) {
    for (DueStep step = next(); !step.activity().equals(activity); step = next()) {
      carryOut(step);
    }
  }

  private void walkToTask(String task) {
    while (people.task(task).isEmpty()) {
      carryOut(next());
    }
  }

  private void walkToTheEnd(State state) {
    while (boundary.bean(Models.class).of(version).state() != state) {
      carryOut(next());
    }
  }

  private void carryOut(DueStep step) {
    walk.rehearse(step);
    walk.commit(step);
  }

  /**
   * The step that is due. Where none is, or one only looks again at what AWS has not done yet, AWS
   * goes on until it has.
   */
  private DueStep next() {
    return engine
        .due()
        .filter(step -> !walk.walked().contains(step.title()) || boundary.aws().isQuiet())
        .orElseGet(this::nextAfterAws);
  }

  private DueStep nextAfterAws() {
    LocalAws aws = boundary.aws();
    aws.letGo();
    Await.found("AWS does what was asked", WAIT, () -> Optional.of(aws).filter(LocalAws::isQuiet));
    DueStep due = Await.found("the next step of " + version, WAIT, engine::due);
    aws.hold();
    return due;
  }

  /** Walks steps that this version does not come to. */
  private void aside(String process, String... activities) {
    for (String activity : activities) {
      DueStep step = engine.place(process, activity);
      walk.rehearse(step);
      engine.takeAway(step);
    }
  }
}
