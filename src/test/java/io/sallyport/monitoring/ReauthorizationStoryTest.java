package io.sallyport.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.audit.ExportedPackage;
import io.sallyport.authority.Inbox;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.ScalingBounds;
import io.sallyport.cli.CliCommand;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.local.Await;
import io.sallyport.local.InvokeRights;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Pipeline;
import io.sallyport.local.Story;
import io.sallyport.local.aws.Clients;
import io.sallyport.local.keycloak.Visitor.Page;
import io.sallyport.models.ModelVersion.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A version in service is asked about again and again, until it is retired: one story, told in
 * order, each decision through form, sign page and step-up.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReauthorizationStoryTest {

  private static final Duration WAIT = Duration.ofMinutes(4);
  private static final String MODEL = "tide-cover";
  private static final String PAGE = "/models/" + MODEL + "/1";
  private static final String MACHINE = "machine:sentinel-pipeline";
  private static final String GROUNDS = "Looked at all of it with care.";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Pipeline pipeline = new Pipeline(boundary);
  private final SignedStarts people = new SignedStarts(boundary);
  private final Story version =
      new Story(
          boundary,
          boundary
              .sample("sentinel")
              .apart(4)
              .forTests()
              .submit(MODEL, Path.of("samples/satellite.csv"), "land_cover", "0.85"));

  @Test
  @Order(1)
  void S19_F17_a_person_with_a_reason_opens_an_episode_by_signature() {
    version.authorizedBy("alice").reaches(State.IN_SERVICE);

    Page receipt = people.signs("oscar", PAGE + "/episode");

    assertThat(receipt.text()).contains("A new decision about tide-cover version 1 is asked for");
    version.waitsAt("recommend-after-episode");
    assertThat(version.payload(Episodes.OPENED).path("name").asText()).isEqualTo("Oscar Operator");
    assertThat(version.payload(GatherEvidence.GATHERED).path("affectedGates")).isEmpty();
    assertThat(
            version.payload(GatherEvidence.GATHERED).path("evidence").findValuesAsText("ageDays"))
        .containsExactly("0", "0", "0");
    assertThat(people.seenBy("emil", PAGE).text())
        .contains("a person has a reason")
        .contains("then the official decides");
    assertThat(people.signs("oscar", PAGE + "/episode").text()).contains("is asked for");
    assertThat(times(Episodes.OPENED)).isEqualTo(1);
  }

  @Test
  @Order(2)
  void S20_the_official_keeps_it_until_another_day_while_it_answers() throws IOException {
    String ends = day(20);
    recommends("alice", "keep");
    decides(Map.of("outcome", "keep", "ends", ends));

    has(Episodes.CLOSED, 1);
    assertThat(version.kinds())
        .containsSubsequence(
            Episodes.OPENED,
            GatherEvidence.GATHERED,
            "decision-signed",
            "decision-signed",
            "deployment-checked",
            "authorization-renewed",
            Episodes.CLOSED)
        .doesNotContain("service-suspended", "service-resumed");
    assertThat(period().expires()).isEqualTo(Instant.parse(ends + "T00:00:00Z"));
    assertThat(pipeline.invoke(MODEL, firstRow()).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void S20_F32_whom_the_official_takes_away_is_refused_at_once_and_the_bounds_follow()
      throws IOException {
    List<String> before = period().consumers();
    String kept = before.stream().filter(one -> !one.equals(MACHINE)).findFirst().orElseThrow();
    people.signs("bob", PAGE + "/episode");
    recommends("alice", "restrict");
    decides(Map.of("outcome", "restrict", "principals", kept, "maximumInstances", "1"));

    has("terms-tightened", 1);
    assertThat(period().consumers()).containsExactly(kept);
    assertThat(pipeline.invoke(MODEL, firstRow()).statusCode()).isEqualTo(403);
    assertThat(
            boundary
                .bean(ScalingBounds.class)
                .read(new ResourceName(period().endpoint()))
                .orElseThrow()
                .instancesMax())
        .isEqualTo(1);
  }

  @Test
  @Order(4)
  void S20_an_outsider_judges_the_later_decisions_again(@TempDir Path folder) throws IOException {
    Path packed = ExportedPackage.of(boundary, version.version(), folder);

    assertThat(CliCommand.run(List.of("verify", packed.toString()))).isZero();
  }

  @Test
  @Order(5)
  void F14_at_the_end_of_the_authorization_the_permission_goes_and_the_decision_stays_open() {
    EndedAuthorization.yesterday(boundary, version.version().id());
    transaction(() -> boundary.bean(Episodes.class).open(expiring()));

    has("episode-escalated", 1);
    assertThat(version.kinds()).containsSubsequence("service-suspended", "episode-escalated");
    assertThat(version.version().state()).isEqualTo(State.SUSPENDED);
    assertThat(rights()).containsExactly("Deny");
    version.waitsAt("recommend-after-episode");
  }

  @Test
  @Order(6)
  void F14_S20_a_renewal_gives_it_back() {
    recommends("bob", "keep");
    decides(Map.of("outcome", "keep", "ends", day(30)));

    version.reaches(State.IN_SERVICE);
    assertThat(version.kinds())
        .containsSubsequence(
            "episode-escalated", "authorization-renewed", "service-resumed", Episodes.CLOSED);
    assertThat(rights()).containsExactly("Allow");
    assertThat(period().suspended()).isFalse();
  }

  @Test
  @Order(7)
  void F37_S20_what_is_kept_while_it_is_stopped_stays_stopped() {
    people.signs("oscar", PAGE + "/stop");
    version.waitsAt("decide-after-stop");
    transaction(() -> boundary.bean(Episodes.class).open(drifted()));
    recommends("bob", "keep");
    assertThat(period().held()).isTrue();
    decides(Map.of("outcome", "keep", "ends", day(30)));

    has(Episodes.CLOSED, 4);
    assertThat(times("service-stays-suspended")).isEqualTo(1);
    assertThat(period().held()).isFalse();
    assertThat(period().stopped()).isTrue();
    assertThat(rights()).containsExactly("Deny");
  }

  @Test
  @Order(8)
  void F37_S19_what_is_restored_while_it_is_held_stays_suspended() {
    transaction(() -> boundary.bean(Episodes.class).open(drifted()));
    version.waitsAt("recommend-after-episode");

    version.decides("alice", "decide-after-stop", says("restore"));

    has("service-stays-suspended", 2);
    assertThat(period().held()).isTrue();
    assertThat(period().stopped()).isFalse();
    assertThat(version.version().state()).isEqualTo(State.SUSPENDED);
    assertThat(rights()).containsExactly("Deny");
  }

  @Test
  @Order(9)
  void S19_what_is_retired_is_asked_about_no_more() {
    recommends("alice", "retire");
    decides(Map.of("outcome", "retire"));

    version.reaches(State.RETIRED);
    assertThat(times(Episodes.CLOSED)).isEqualTo(5);
    assertThat(boundary.bean(Inbox.class).about(version.version().id())).isEmpty();
    assertThat(boundary.bean(InService.class).of(version.version().id())).isEmpty();
  }

  private Opening expiring() {
    return new Opening(
        version.version().id(),
        Reason.EXPIRY,
        Optional.empty(),
        "Its authorization ends.",
        List.of(),
        Opening.By.SALLYPORT);
  }

  private Opening drifted() {
    return new Opening(
        version.version().id(),
        Reason.DRIFT,
        Optional.of(Level.MAJOR),
        "Band 4 has drifted.",
        List.of(),
        Opening.By.SALLYPORT);
  }

  private void recommends(String person, String outcome) {
    version.decides(person, "recommend-after-episode", says(outcome));
  }

  private void decides(Map<String, String> answers) {
    Map<String, String> all = new HashMap<>(answers);
    all.put("grounds", GROUNDS);
    version.decides("olga", "decide-after-episode", all);
  }

  private static Map<String, String> says(String outcome) {
    return Map.of("outcome", outcome, "grounds", GROUNDS);
  }

  private ServicePeriod period() {
    return boundary.bean(InService.class).of(version.version().id()).orElseThrow();
  }

  private void transaction(Runnable work) {
    boundary.bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
  }

  private void has(String kind, int times) {
    Await.found(
        times + " " + kind + ", having " + version.kinds(),
        WAIT,
        () -> Optional.of(kind).filter(any -> times(kind) == times));
  }

  private int times(String kind) {
    return Collections.frequency(version.kinds(), kind);
  }

  private List<String> rights() {
    try (Clients root = Clients.root(boundary.aws())) {
      return InvokeRights.of(root.iam(), "sallyport-invoking", period().endpoint());
    }
  }

  /** A day from today, in UTC. */
  private String day(int later) {
    return LocalDate.ofInstant(boundary.bean(Clock.class).instant(), ZoneOffset.UTC)
        .plusDays(later)
        .toString();
  }

  private static String firstRow() throws IOException {
    String line = Files.readAllLines(Path.of("samples/satellite.csv")).get(1);
    return line.substring(0, line.lastIndexOf(',')) + "\n";
  }
}
