package io.sallyport.local;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Person;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.aws.objects.Upload;
import io.sallyport.aws.objects.Uploads;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.DemoPeople.DemoPerson;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Programs;
import io.sallyport.models.Submissions;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Submits a data set of {@code samples/} as Emil would, with the demo program's values. */
public final class SampleSubmission {

  private static final long SIZE_BYTES_MAX = 512L << 20;

  private final Submissions submissions;
  private final Uploads uploads;
  private final Program program;
  private final Variant variant;

  /**
   * What is not as the demo has it.
   *
   * @param remainder which rows are held out: others share none, and have looks of their own
   * @param trainer the image that trains; the program's own answers
   */
  private record Variant(int remainder, String trainer, int trees) {}

  public SampleSubmission(ApplicationContext application, String program) {
    this.submissions = application.getBean(Submissions.class);
    this.uploads = application.getBean(Uploads.class);
    this.program = application.getBean(Programs.class).of(program);
    this.variant = new Variant(0, this.program.images().get(0), 50);
  }

  private SampleSubmission(SampleSubmission other, Variant variant) {
    this.submissions = other.submissions;
    this.uploads = other.uploads;
    this.program = other.program;
    this.variant = variant;
  }

  /** The same, trained by another image; the program's own answers. */
  public SampleSubmission trainedBy(String image) {
    return with(new Variant(variant.remainder(), image, variant.trees()));
  }

  /** The same with rows held out that no other test looks at; {@code remainder} is 1 to 4. */
  public SampleSubmission apart(int remainder) {
    return with(new Variant(remainder, variant.trainer(), variant.trees()));
  }

  /** The same with an image that has a high vulnerability: a reviewer is asked at Gate 2. */
  public SampleSubmission withReviewedImage() {
    return trainedBy(program.images().get(1));
  }

  /** The same with a forest that passes as well and is grown in half the time. */
  public SampleSubmission forTests() {
    return with(new Variant(variant.remainder(), variant.trainer(), 20));
  }

  private SampleSubmission with(Variant other) {
    return new SampleSubmission(this, other);
  }

  /** The satellite sample with a forest that passes all gates. */
  public ModelVersion satellite() {
    return submit("land-cover", Path.of("samples/satellite.csv"), "land_cover", "0.85");
  }

  /** Any CSV, asked to reach {@code accuracy}. */
  public ModelVersion submit(String model, Path csv, String label, String accuracy) {
    Submission submission = submission(model, upload(csv), label, accuracy);
    return submissions
        .submit(CanonicalJson.write(SubmissionReader.tree(submission)), emil())
        .version();
  }

  /** ARN of the program's key. */
  String key() {
    return program.keys().get(0);
  }

  private StoredObject upload(Path csv) {
    try (InputStream bytes = Files.newInputStream(csv)) {
      return uploads.upload(
          new Upload(
              program.dataBuckets().get(0),
              "samples/" + csv.getFileName(),
              program.keys().get(0),
              SIZE_BYTES_MAX),
          bytes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading " + csv, unreadable);
    }
  }

  /** The submission that {@link #submit} sends. */
  public Submission submission(String model, StoredObject data, String label, String accuracy) {
    return new Submission(
        model,
        program.name(),
        "The sample that comes with Sallyport: does its first version reach the bar?",
        Submission.Task.CLASSIFICATION,
        new Submission.DataSource(
            new Submission.ObjectVersion(data.uri(), data.versionId()),
            label,
            ",",
            Map.of(),
            Optional.empty(),
            List.of(),
            Optional.of(new Submission.Split(5, variant.remainder())),
            Optional.empty()),
        new Submission.Containers(variant.trainer(), program.images().get(0)),
        new Submission.Training("1.0", forest(), "ml.m5.xlarge", 1, 30, 3_600),
        new Submission.Evaluation(
            List.of(new Submission.Metric("accuracy", accuracy, Optional.empty()))),
        new Submission.Network(program.subnets(), program.securityGroups()),
        new Submission.Encryption(program.keys().get(0)),
        new Submission.Roles(program.trainingRoles().get(0), program.servingRoles().get(0)),
        new Submission.Endpoint(model, "ml.m5.xlarge", 1, 2, program.consumers()),
        new Submission.Envelope("Classifying scenes like those of the sample", end().toString()),
        Optional.empty());
  }

  /** The day on which the sample's authorization ends: half a year ahead. */
  public static LocalDate end() {
    return LocalDate.now(ZoneOffset.UTC).plusMonths(6);
  }

  private Map<String, String> forest() {
    return Map.of(
        "trainer", "random-forest",
        "trees", String.valueOf(variant.trees()),
        "min-child-weight", "80",
        "fraction-features", "0.1666667",
        "seed", "1");
  }

  private static Person emil() {
    DemoPerson emil = DemoPeople.named("emil");
    return new Person(
        emil.subject(),
        emil.name(),
        emil.username(),
        emil.groups().stream()
            .flatMap(group -> Membership.of("/programs/" + group).stream())
            .collect(Collectors.toSet()),
        false,
        "sallyport-web");
  }
}
