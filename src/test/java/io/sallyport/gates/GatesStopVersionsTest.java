package io.sallyport.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.authority.Inbox;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegisteredPackage;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.rules.authorization.AuthorizationRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Versions that a gate stops, with real data, jobs and services from end to end. */
@Tag("boundary")
class GatesStopVersionsTest {

  private static final Duration STORY = Duration.ofMinutes(4);

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Ledger ledger = boundary.bean(Ledger.class);
  private final Models models = boundary.bean(Models.class);

  @Test
  void A2_S09_a_model_that_is_not_proven_is_archived_and_never_promoted() {
    ModelVersion version =
        submitted("not-proven", Path.of("samples/satellite.csv"), "land_cover", "0.95");

    assertThat(ended(version).state()).isEqualTo(State.ARCHIVED);

    assertThat(kinds(version)).contains("gate-1-failed", "model-version-archived");
    assertThat(kinds(version)).doesNotContain("gate-1-passed", "gate-2-passed", "gate-3-passed");
    assertThat(payload(version, "gate-1-failed", "verdict")).isEqualTo("not proven");
    assertThat(registered(version).approval()).isEqualTo(RegisteredPackage.Approval.REJECTED);
    assertThat(AuthorizationRules.BOOK.check(authorizations().facts(version.id())))
        .extracting(finding -> finding.rule())
        .contains("authorization/every-gate-was-passed", "authorization/the-version-has-not-ended");
  }

  @Test
  void A2_S09_a_sample_that_is_too_small_is_not_assessable_and_archived() {
    ModelVersion version = submitted("mines", Path.of("samples/sonar.csv"), "class", "0.85");

    assertThat(ended(version).state()).isEqualTo(State.ARCHIVED);

    assertThat(payload(version, "gate-1-failed", "verdict")).isEqualTo("not assessable");
    assertThat(payload(version, "gate-1-failed", "findings"))
        .contains("gate-1/the-held-out-set-is-large-enough", "41", "300");
  }

  @Test
  void S01_data_that_cannot_be_used_is_rejected_with_all_that_is_wrong() throws IOException {
    Path ragged = Files.createTempDirectory("ragged").resolve("ragged.csv");
    Files.writeString(ragged, "a,b,land_cover\n" + "1,2,soil\n1,2\n".repeat(400));
    ModelVersion version = submitted("ragged", ragged, "land_cover", "0.85");

    assertThat(ended(version).state()).isEqualTo(State.ARCHIVED);

    assertThat(kinds(version)).contains("training-rejected").doesNotContain("model-trained");
    assertThat(payload(version, "training-rejected", "findings"))
        .contains("data/every-row-is-complete", "data/there-are-two-classes");
  }

  @Test
  void F02_a_task_that_is_completed_without_a_signature_stays_open() {
    ModelVersion version =
        submitted("engine-bypass", Path.of("samples/satellite.csv"), "land_cover", "0.85");
    String task =
        Await.found(
            "a task of Gate 3",
            STORY,
            () ->
                boundary.bean(Inbox.class).about(version.id()).stream()
                    .map(each -> each.id())
                    .findFirst());

    assertThatThrownBy(
            () -> boundary.bean(TaskService.class).complete(task, Map.of("approvals", 9)))
        .hasMessageContaining("authorization/a-task-is-completed-by-signature");
    assertThatThrownBy(() -> boundary.bean(TaskService.class).handleBpmnError(task, "gate-passed"))
        .isInstanceOf(RuntimeException.class);

    assertThat(boundary.bean(Inbox.class).open(task)).isPresent();
    assertThat(kinds(version)).doesNotContain("gate-3-passed", "decision-signed");
  }

  private ModelVersion submitted(String model, Path csv, String label, String accuracy) {
    return boundary.sample("harbor").submit(model, csv, label, accuracy);
  }

  private ModelVersion ended(ModelVersion version) {
    return Await.found(
        version.id() + " ends, having " + kinds(version),
        STORY,
        () -> Optional.of(models.of(version.id())).filter(now -> now.state() != State.IN_PROGRESS));
  }

  private List<String> kinds(ModelVersion version) {
    return ledger.facts(version.id()).stream().map(RecordedFact::kind).toList();
  }

  private String payload(ModelVersion version, String kind, String name) {
    var value = Lineage.of(ledger, version.id()).payload(kind).path(name);
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private RegisteredPackage registered(ModelVersion version) {
    String arn = payload(version, Lineage.REGISTERED, "modelPackageArn");
    return boundary.bean(ModelRegistry.class).describe(arn);
  }

  private Authorizations authorizations() {
    return boundary.bean(Authorizations.class);
  }
}
