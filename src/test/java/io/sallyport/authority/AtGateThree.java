package io.sallyport.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.signing.RealmKeysSeen;
import io.sallyport.aws.objects.Keys;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.aws.objects.Upload;
import io.sallyport.aws.objects.Uploads;
import io.sallyport.custody.Evidence;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Envelope;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Programs;
import io.sallyport.models.Submissions;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.workflow.CaseTransaction;
import io.sallyport.workflow.HumanTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A version of program sentinel that waits at Gate 3, submitted by Emil with hostile words wherever
 * his own words are kept: reason, purpose, names of columns (R15).
 */
final class AtGateThree {

  static final String SCRIPT = "<script>alert('reason')</script>";
  static final String IMAGE = "<img src=x onerror=alert(1)>";
  static final String FORMULA = "=cmd|' /C calc'!A0";

  /** Copies, processing, training, evaluation and scan, on a machine that does other things too. */
  private static final Duration STORY = Duration.ofMinutes(8);

  private static final long SIZE_BYTES_MAX = 4L << 20;

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final ModelVersion version;

  AtGateThree(String model) {
    Program program = boundary.bean(Programs.class).of("sentinel");
    Submission harmless =
        boundary
            .sample(program.name())
            .submission(model, uploaded(program, hostileColumns()), "land_cover", "0.85");
    version = boundary.bean(Submissions.class).submit(hostile(harmless), person("emil")).version();
  }

  String id() {
    return version.id();
  }

  /** {@code /models/orbit-cover/1}. */
  String page() {
    return "/models/" + version.model() + "/" + version.number();
  }

  /** Whoever it is now, by the directory. */
  Person person(String name) {
    return boundary
        .bean(Directory.class)
        .find(DemoPeople.named(name).subject())
        .orElseThrow(() -> new AssertionError(name + " is a demo person"));
  }

  /** The open tasks of Gate 3, as soon as there are any. */
  List<HumanTask> tasks() {
    return Await.found(
        id() + " waits at Gate 3, having " + kinds(),
        STORY,
        () -> Optional.of(boundary.bean(Inbox.class).about(id())).filter(open -> !open.isEmpty()));
  }

  HumanTask taskOf(String name) {
    String subject = DemoPeople.named(name).subject();
    return tasks().stream()
        .filter(task -> task.assignee().filter(subject::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No task of " + name + " in " + tasks()));
  }

  void reached(String kind) {
    Await.found(
        id() + " comes to " + kind + ", having " + kinds(),
        STORY,
        () -> kinds().stream().filter(kind::equals).findFirst());
  }

  List<RecordedFact> facts() {
    return boundary.bean(Ledger.class).facts(id());
  }

  List<String> kinds() {
    return facts().stream().map(RecordedFact::kind).toList();
  }

  RecordedFact newest(String kind) {
    return Lineage.of(boundary.bean(Ledger.class), id()).newest(kind).orElseThrow();
  }

  /** What the envelope that a fact names carries; the evidence key has signed the envelope. */
  JsonNode statement(RecordedFact fact) {
    String first = fact.payload().at("/envelopes/0").asText();
    Digest named = new Digest(fact.payload().path("envelope").asText(first));
    Envelope envelope =
        boundary.bean(Evidence.class).about(id()).stream()
            .filter(one -> one.digest().equals(named))
            .findFirst()
            .orElseThrow();
    assertThat(envelope.isSignedBy(boundary.bean(Keys.class).publicKey())).isTrue();
    assertThat(envelope.payloadType()).isEqualTo(Envelope.IN_TOTO);
    return CanonicalJson.read(envelope.payload().toArray());
  }

  /** Something about the version is recorded while a person reads. */
  RecordedFact somethingHappens(String kind) {
    Fact fact =
        new Fact(
            kind,
            1,
            id(),
            Fact.SALLYPORT,
            Optional.empty(),
            boundary.bean(Clock.class).instant(),
            Optional.empty(),
            Map.of("note", "seen by nobody yet"));
    RecordedFact recorded =
        boundary
            .bean(TransactionTemplate.class)
            .execute(status -> boundary.bean(Ledger.class).append(fact));
    return Optional.ofNullable(recorded).orElseThrow();
  }

  /** Somebody else holds the version from now on, until {@code look} finds something. */
  void holdUntil(String what, Supplier<Optional<Integer>> look) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Runnable hold =
        () -> {
          boundary.bean(Ledger.class).lock(id());
          held.countDown();
          Await.found(what, Duration.ofMinutes(1), look);
        };
    new Thread(
            () ->
                boundary.bean(TransactionTemplate.class).executeWithoutResult(status -> hold.run()))
        .start();
    held.await();
  }

  /** The door for decisions, with another limit for the age of the directory's answer. */
  Decisions decisionsWithin(Duration rightsAgeMax) {
    Settings given = boundary.bean(Settings.class);
    return new Decisions(
        boundary.bean(DecisionTasks.class),
        boundary.bean(DecisionRequests.class),
        boundary.bean(DecisionRecords.class),
        boundary.bean(RealmKeysSeen.class),
        boundary.bean(Directory.class),
        boundary.bean(Evidence.class),
        boundary.bean(Ledger.class),
        new Settings(
            given.issuer(),
            given.issuerInside(),
            given.baseUrl(),
            given.signatureSecret(),
            given.apiSecret(),
            rightsAgeMax,
            given.requiredAcr()),
        boundary.bean(CaseTransaction.class),
        boundary.bean(Clock.class));
  }

  private StoredObject uploaded(Program program, String csv) {
    return boundary
        .bean(Uploads.class)
        .upload(
            new Upload(
                program.dataBuckets().get(0),
                "samples/hostile-columns.csv",
                program.keys().get(0),
                SIZE_BYTES_MAX),
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hostileColumns() {
    try {
      List<String> lines = Files.readAllLines(Path.of("samples/satellite.csv"));
      String[] names = lines.get(0).split(",", -1);
      names[0] = IMAGE;
      names[1] = FORMULA;
      return String.join(",", names)
          + "\n"
          + String.join("\n", lines.subList(1, lines.size()))
          + "\n";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] hostile(Submission harmless) {
    Map<String, Object> tree = new TreeMap<>(SubmissionReader.tree(harmless));
    tree.put("reason", "Is it better? " + SCRIPT);
    tree.put(
        "envelope",
        Map.of("purpose", "Scenes like these " + IMAGE, "expires", harmless.envelope().expires()));
    return CanonicalJson.write(tree);
  }
}
