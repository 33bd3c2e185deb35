package io.sallyport.models;

import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.LockedStore;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegistryMetadata;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Archive with its results</i> of {@code model-authorization} (S09): artifact, results and
 * reason go under object lock; the registry rejects the package; the version can never be promoted.
 */
@Component
class ArchiveWithResults implements JavaDelegate {

  /** How long a failed version is kept: the records schedule's ten years. */
  private static final Duration RETENTION = Duration.ofDays(3_650);

  /** Bytes of an artifact that is archived with its results. */
  private static final int ARTIFACT_BYTES_MAX = 512 << 20;

  private static final String SCAN = "artifact-scan.json";

  private final Steps steps;
  private final Models models;
  private final ModelRegistry registry;
  private final LockedStore archive;
  private final ExactCopies copies;
  private final Ledger ledger;
  private final Clock clock;

  ArchiveWithResults(
      Steps steps,
      Models models,
      ModelRegistry registry,
      LockedStore archive,
      ExactCopies copies,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.registry = registry;
    this.archive = archive;
    this.copies = copies;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    Lineage lineage = Lineage.of(ledger, version.id());
    Instant until = clock.instant().plus(RETENTION).truncatedTo(ChronoUnit.DAYS);
    Map<String, Object> payload = new HashMap<>();
    payload.put("because", because(lineage));
    payload.put("retainUntil", until.toString());
    payload.put("archive", archived(version, lineage, until));
    reject(lineage).ifPresent(arn -> payload.put("modelPackageArn", arn));
    ledger.append(step.fact(Lineage.ARCHIVED, clock, payload));
    models.enter(version.id(), Set.of(State.IN_PROGRESS), State.ARCHIVED);
  }

  /** The last ending that was recorded is why the case came here. */
  private static String because(Lineage lineage) {
    return lineage.facts().stream()
        .map(RecordedFact::kind)
        .filter(Lineage.ENDINGS::contains)
        .reduce((earlier, later) -> later)
        .orElse("unknown");
  }

  private List<String> archived(ModelVersion version, Lineage lineage, Instant until) {
    List<String> archived = new ArrayList<>();
    lineage
        .newest(Lineage.TRAINED)
        .ifPresent(
            fact -> {
              String uri = fact.payload().path("artifactUri").asText();
              archived.add(keep(version, "model.tar.gz", uri, until));
            });
    lineage
        .newest(Lineage.GATE_1_FAILED)
        .or(() -> lineage.newest(Lineage.GATE_1_PASSED))
        .ifPresent(
            fact -> {
              String uri = fact.payload().path("evaluationUri").asText();
              archived.add(keep(version, "evaluation.json", uri, until));
            });
    lineage
        .newest(Lineage.SECURITY_CHECKED)
        .ifPresent(
            fact -> {
              String sha256 = fact.payload().path("scanSha256").asText();
              String uri = copies.uri(version.program(), sha256, SCAN);
              archived.add(keep(version, SCAN, uri, until));
            });
    return archived;
  }

  private String keep(ModelVersion version, String file, String uri, Instant until) {
    String key = "archive/" + version.program() + "/" + version.id() + "/" + file;
    StoredObject kept = archive.put(key, copies.readSmall(uri, ARTIFACT_BYTES_MAX), until);
    return kept.uri();
  }

  private Optional<String> reject(Lineage lineage) {
    Optional<String> arn =
        lineage
            .newest(Lineage.REGISTERED)
            .map(fact -> fact.payload().path("modelPackageArn").asText());
    arn.ifPresent(
        registered -> registry.reject(registered, "Not promoted", new RegistryMetadata(Map.of())));
    return arn;
  }
}
