package io.sallyport.models;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.custody.proof.Digest;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.live.LiveFactsReader;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.boundary.Lint;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionFacts;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.boundary.SubmissionReader.Reading;
import io.sallyport.rules.boundary.TheEndpointNameIsTheProgramsOwn;
import io.sallyport.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a submission in, or refuses it with all that is wrong with it (F10). AWS is read first;
 * then an accepted one has its version, its first fact and its case in one transaction.
 */
@Component
public class Submissions {

  private final Models models;
  private final Programs programs;
  private final EndpointNames endpointNames;
  private final Ledger ledger;
  private final Processes processes;
  private final LiveFactsReader live;
  private final TierFloors floors;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Submissions(
      Models models,
      Programs programs,
      EndpointNames endpointNames,
      LiveFactsReader live,
      TierFloors floors,
      Ledger ledger,
      Processes processes,
      Clock clock,
      TransactionTemplate transaction) {
    this.models = models;
    this.programs = programs;
    this.endpointNames = endpointNames;
    this.live = live;
    this.floors = floors;
    this.ledger = ledger;
    this.processes = processes;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * What became of a submission.
   *
   * @param before whether the version lived already, begun by the same from the same document
   */
  public record Submitted(ModelVersion version, boolean before) {}

  /** What the boundary's rules judge: with all that AWS says of it now. Nothing starts. */
  public SubmissionFacts facts(Submission submission) {
    Program program =
        programs.find(submission.program()).orElseThrow(() -> unknownProgram(submission.program()));
    return new SubmissionFacts(
        submission,
        program,
        Optional.of(live.read(submission, program)),
        Optional.of(floors.of(program.tier())),
        endpointNames.owner(submission.endpoint().name()),
        clock.instant());
  }

  /** All that is wrong with a document, if its sender may submit to the program. */
  List<Finding> lint(byte[] text, Person submitter) {
    return Lint.check(
        text,
        submission -> {
          requireEngineer(submission.program(), submitter);
          return facts(submission);
        });
  }

  /**
   * Begins the life of a new version, or refuses the document with all that is wrong with it. Who
   * sends the same once more, because the answer was lost say, is told of the version that lives.
   */
  public Submitted submit(byte[] text, Person submitter) {
    return Optional.of(SubmissionReader.examine(text))
        .filter(reading -> reading.findings().isEmpty())
        .flatMap(Reading::submission)
        .flatMap(submission -> before(submission, submitter))
        .orElseGet(() -> accepted(text, submitter));
  }

  private Optional<Submitted> before(Submission submission, Person submitter) {
    requireEngineer(submission.program(), submitter);
    return models
        .living(submitter.subject(), Digest.of(bytes(submission)).hex())
        .map(version -> new Submitted(version, true));
  }

  private Submitted accepted(byte[] text, Person submitter) {
    List<Finding> findings = lint(text, submitter);
    if (!findings.isEmpty()) throw new Refused(findings);
    Submission submission = SubmissionReader.read(text);
    return Objects.requireNonNull(transaction.execute(status -> begin(submission, submitter)));
  }

  /** Looks again under the lock of the model: of two that come at once the second is told. */
  private Submitted begin(Submission submission, Person submitter) {
    requireOwnName(submission);
    return before(submission, submitter)
        .orElseGet(() -> new Submitted(begun(submission, submitter), false));
  }

  private ModelVersion begun(Submission submission, Person submitter) {
    Program program = programs.of(submission.program());
    byte[] bytes = bytes(submission);
    ModelVersion version = version(submission, program, submitter, Digest.of(bytes));
    requireOwnEndpointName(submission);
    models.insert(version, bytes);
    ledger.append(submitted(version));
    models.began(
        version.id(), processes.start("model-authorization", version.id(), start(version)));
    return models.of(version.id());
  }

  private static byte[] bytes(Submission submission) {
    return CanonicalJson.write(SubmissionReader.tree(submission));
  }

  /** Who may submit to a program, and upload its data. */
  static void requireEngineer(String program, Person submitter) {
    boolean maySubmit =
        submitter.machine()
            ? submitter.belongsTo(program)
            : submitter.is(Role.ML_ENGINEER, program);
    if (!maySubmit) {
      throw new Forbidden(
          "submission/an-engineer-of-the-program-submits",
          submitter.username(),
          "not an ml-engineer of " + program,
          "ml-engineers of the program");
    }
  }

  private ModelVersion version(
      Submission submission, Program program, Person submitter, Digest digest) {
    int number = models.nextNumber(submission.model());
    Instant now = clock.instant();
    return new ModelVersion(
        submission.model() + "-" + number,
        submission.model(),
        number,
        program.name(),
        submitter.subject(),
        submitter.name(),
        program.tier(),
        State.IN_PROGRESS,
        submission,
        digest.hex(),
        now,
        Optional.empty(),
        Optional.empty());
  }

  private void requireOwnName(Submission submission) {
    if (!models.lock(submission.model(), submission.program())) {
      throw new Refused(
          "submission/a-model-belongs-to-one-program",
          submission.model(),
          "the name of another program's model",
          "a name of your own");
    }
  }

  private void requireOwnEndpointName(Submission submission) {
    String owner = endpointNames.take(submission.endpoint().name(), submission.program());
    List<Finding> findings = new TheEndpointNameIsTheProgramsOwn().check(submission, owner);
    if (!findings.isEmpty()) throw new Refused(findings);
  }

  private Fact submitted(ModelVersion version) {
    return new Fact(
        Lineage.SUBMITTED,
        1,
        version.id(),
        version.submitter(),
        Optional.empty(),
        version.submittedAt(),
        Optional.empty(),
        Map.of(
            "program", version.program(),
            "tier", version.tier().word(),
            "submitterName", version.submitterName(),
            "submissionSha256", version.submissionSha256(),
            "submission", SubmissionReader.tree(version.submission())));
  }

  private static Map<String, Object> start(ModelVersion version) {
    return Map.of(
        "modelVersionId", version.id(),
        "program", version.program(),
        "submitter", version.submitter(),
        "tier", version.tier().word());
  }

  static Refused unknownProgram(String name) {
    return new Refused(
        "submission/the-program-is-known", "program", name, "a program of this boundary");
  }
}
