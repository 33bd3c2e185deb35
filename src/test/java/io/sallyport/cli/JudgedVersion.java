package io.sallyport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.ExampleContent;
import io.sallyport.custody.proof.ExampleContent.Gates;
import io.sallyport.custody.proof.PromotedVersion;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.Submission.ObjectVersion;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.security.ArtifactScan;
import io.sallyport.rules.security.ImageFacts;
import io.sallyport.rules.security.ImageFacts.Role;
import io.sallyport.rules.security.ScanFacts;
import io.sallyport.rules.security.SecurityFacts;
import io.sallyport.rules.security.Severities;
import io.sallyport.rules.security.SeverityLimits;
import io.sallyport.rules.security.SignatureFacts;
import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.EvaluationPlan;
import io.sallyport.rules.technical.EvaluationPlans;
import io.sallyport.rules.technical.Metric;
import io.sallyport.rules.technical.MetricResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A promoted version whose documents hold what the books of both gates judge. */
final class JudgedVersion {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final String IMAGE = "sha256:" + "b".repeat(64);
  private static final String REPORT = "sha256:" + "c".repeat(64);
  private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

  private JudgedVersion() {}

  /** Recorded as passed, whatever was measured. */
  static PromotedVersion measuring(String lowerBound) {
    return measuring(lowerBound, Gates.ROUTINE);
  }

  /** Proven, and recorded as passed, whatever else the facts say of its gates. */
  static PromotedVersion with(Gates gates) {
    return measuring("0.907519", gates);
  }

  private static PromotedVersion measuring(String lowerBound, Gates gates) {
    Submission submission = submission();
    Map<String, Object> floors =
        Map.of(
            "minimumRows", 300,
            "minimumRowsPerClass", 30,
            "thresholds", Map.of("accuracy", "0.70"),
            "maximumNearDuplicateShare", "0.005",
            "maximumLooks", 10);
    return new PromotedVersion(
        new ExampleContent(
            SubmissionReader.tree(submission),
            json(evaluation(EvaluationPlans.of(submission), lowerBound)),
            json(security()),
            floors,
            gates));
  }

  private static Submission submission() {
    ObjectVersion data = new ObjectVersion("s3://sentinel-data/uploads/satellite.csv", "v1");
    return new Submission(
        "land-cover",
        "sentinel",
        "A first version",
        Submission.Task.CLASSIFICATION,
        new Submission.DataSource(
            data,
            "land_cover",
            ",",
            Map.of(),
            Optional.empty(),
            List.of(),
            Optional.of(new Submission.Split(5, 0)),
            Optional.empty()),
        new Submission.Containers("trainer@" + IMAGE, "trainer@" + IMAGE),
        new Submission.Training("1.0.0", Map.of("seed", "1"), "ml.m5.xlarge", 1, 30, 3600),
        new Submission.Evaluation(
            List.of(new Submission.Metric("accuracy", "0.85", Optional.empty()))),
        new Submission.Network(List.of("subnet-1"), List.of("sg-1")),
        new Submission.Encryption("alias/sentinel-data"),
        new Submission.Roles("training", "serving"),
        new Submission.Endpoint("land-cover", "ml.m5.xlarge", 1, 2, List.of("consumer")),
        new Submission.Envelope("Tells the kind of ground", "2027-01-01"),
        Optional.empty());
  }

  private static Evaluation evaluation(EvaluationPlan plan, String lowerBound) {
    return new Evaluation(
        plan,
        1381,
        5054,
        Map.of("grey_soil", 303L, "red_soil", 1078L),
        List.of(),
        List.of(
            new MetricResult(
                "accuracy",
                Optional.empty(),
                "0.927589",
                lowerBound,
                "0.943571",
                1381,
                Metric.AT_LEAST)),
        new Evaluation.Confusion(List.of(), List.of()),
        new Evaluation.Overlap(0, 1381, 0, "0.000000", Optional.empty()),
        new Evaluation.SetsRead(digest("train"), digest("holdout"), "cc", "dd"));
  }

  private static SecurityFacts security() {
    String model = digest("model");
    return new SecurityFacts(
        new ArtifactScan(
            model,
            100,
            List.of(new ArtifactScan.Member("model.pb", 90, "e".repeat(64), "tribuo")),
            List.of()),
        model,
        List.of(image(Role.PROCESSING), image(Role.TRAINING), image(Role.INFERENCE)),
        List.of(),
        new SecurityFacts.Trust(List.of("signer"), List.of("scanner")),
        SeverityLimits.STRICT,
        NOW);
  }

  private static ImageFacts image(Role role) {
    ScanFacts scan =
        new ScanFacts(
            true,
            "f".repeat(64),
            REPORT,
            77,
            signature("scanner", REPORT, 77),
            IMAGE,
            NOW,
            true,
            Severities.NONE);
    return new ImageFacts(
        role,
        "registry.example/sentinel/trainer@" + IMAGE,
        IMAGE,
        1024,
        signature("signer", IMAGE, 1024),
        scan,
        "builder-7",
        "registry.example/base@sha256:" + "d".repeat(64));
  }

  private static SignatureFacts signature(String profile, String digest, long size) {
    return new SignatureFacts(true, profile, digest, size, true, false, false, List.of(), "");
  }

  private static String digest(String text) {
    return Digest.of(text.getBytes(UTF_8)).hex();
  }

  private static String json(Object document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
