package io.sallyport.models.ending;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.LockedStore;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegistryMetadata;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.RecordsSchedule;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Archive with its results</i> of {@code model-authorization} (S09): the registry rejects
 * the package; artifact, results and reason go under object lock; the version can never be
 * promoted. All that it does follows from facts: tried again, on whatever day, it finds what it did
 * and goes on.
 */
@Component
class ArchiveWithResults implements JavaDelegate {

  private static final String SCAN = "artifact-scan.json";

  private final Steps steps;
  private final Models models;
  private final ModelRegistry registry;
  private final LockedStore archive;
  private final ExactCopies copies;
  private final RecordsSchedule schedule;
  private final Ledger ledger;
  private final Clock clock;

  ArchiveWithResults(
      Steps steps,
      Models models,
      ModelRegistry registry,
      LockedStore archive,
      ExactCopies copies,
      RecordsSchedule schedule,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.registry = registry;
    this.archive = archive;
    this.copies = copies;
    this.schedule = schedule;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    Lineage lineage = Lineage.of(ledger, version.id());
    Optional<RecordedFact> ending = ending(lineage);
    Instant ended = ending.map(RecordedFact::recordedAt).orElse(version.submittedAt());
    Instant until = schedule.until(ended);
    Map<String, Object> payload = new HashMap<>();
    reject(lineage).ifPresent(arn -> payload.put("modelPackageArn", arn));
    payload.put("because", ending.map(RecordedFact::kind).orElse("unknown"));
    payload.put("retainUntil", until.toString());
    payload.put("archive", archived(version, lineage, until));
    ledger.append(step.fact(Lineage.ARCHIVED, clock, payload));
    models.enter(version.id(), Set.of(State.IN_PROGRESS), State.ARCHIVED);
  }

  /** The last ending that was recorded is why the case came here. */
  private static Optional<RecordedFact> ending(Lineage lineage) {
    return lineage.facts().stream()
        .filter(fact -> Lineage.ENDINGS.contains(fact.kind()))
        .reduce((earlier, later) -> later);
  }

  private List<String> archived(ModelVersion version, Lineage lineage, Instant until) {
    return Stream.of(artifact(lineage), evaluation(lineage), scan(version, lineage))
        .flatMap(Optional::stream)
        .map(document -> keep(version, document, until))
        .toList();
  }

  private static Optional<Document> artifact(Lineage lineage) {
    return lineage
        .newest(Lineage.TRAINED)
        .map(RecordedFact::payload)
        .map(
            fact ->
                new Document("model.tar.gz", text(fact, "artifactUri"), text(fact, "modelDigest")));
  }

  private static Optional<Document> evaluation(Lineage lineage) {
    return lineage
        .newest(Lineage.GATE_1_FAILED)
        .or(() -> lineage.newest(Lineage.GATE_1_PASSED))
        .map(RecordedFact::payload)
        .map(
            fact ->
                new Document(
                    "evaluation.json",
                    text(fact, "evaluationUri"),
                    text(fact, "evaluationSha256")));
  }

  private Optional<Document> scan(ModelVersion version, Lineage lineage) {
    return lineage
        .newest(Lineage.SECURITY_CHECKED)
        .map(fact -> text(fact.payload(), "scanSha256"))
        .map(sha256 -> new Document(SCAN, copies.uri(version.program(), sha256, SCAN), sha256));
  }

  private static String text(JsonNode payload, String name) {
    return payload.path(name).asText();
  }

  private String keep(ModelVersion version, Document document, Instant until) {
    String key = "archive/" + version.program() + "/" + version.id() + "/" + document.file();
    return archive.copy(document.uri(), document.sha256(), key, until).uri();
  }

  /** A file that a fact names by its digest. */
  private record Document(String file, String uri, String sha256) {}

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
