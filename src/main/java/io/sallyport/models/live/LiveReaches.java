package io.sallyport.models.live;

import io.sallyport.aws.Settings;
import io.sallyport.aws.facts.RolePermissions;
import io.sallyport.models.Programs;
import io.sallyport.rules.boundary.LiveFacts;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks IAM what the submitted roles could do to what is closed to them (design, trust 1 and 3): the
 * raw data and its copies, which hold the held-out rows; the hold-out itself and what is measured
 * on it; the evidence; what belongs to other programs. What the product's own jobs write, nobody
 * else may write.
 */
@Component
class LiveReaches {

  /** An older version is the same rows: both ways of reading are closed. */
  private static final List<String> READ = List.of("s3:GetObject", "s3:GetObjectVersion");

  private static final List<String> WRITE = List.of("s3:PutObject");
  private static final String S3 = "s3://";
  private static final String ARN = "arn:aws-us-gov:s3:::";
  private static final String ANY_DIGEST = "0".repeat(64);

  /** Resources of one question; IAM answers a longer list in pages. */
  private static final int RESOURCES_MAX = 50;

  /** What the product's jobs leave of held-out rows. */
  private static final List<String> HELD_OUT =
      List.of(
          "holdout/holdout.csv",
          "features/features.csv",
          "rows/holdout-rows.txt",
          "predictions/features.csv.out",
          "evaluation/evaluation.json");

  /** What else they leave. */
  private static final List<String> WRITTEN =
      List.of("train/train.csv", "report/processing-report.json", "scan/artifact-scan.json");

  private final RolePermissions permissions;
  private final Programs programs;
  private final Settings aws;

  LiveReaches(RolePermissions permissions, Programs programs, Settings aws) {
    this.permissions = permissions;
    this.programs = programs;
    this.aws = aws;
  }

  List<LiveFacts.Reach> read(Submission submission, Program program, Unread unread) {
    Submission.Roles roles = submission.roles();
    List<LiveFacts.Reach> reaches = new ArrayList<>();
    if (program.trainingRoles().contains(roles.training())) {
      Role training = new Role("/roles/training", roles.training());
      reaches.addAll(reaches(training, submission, program, unread));
    }
    if (program.servingRoles().contains(roles.serving())) {
      Role serving = new Role("/roles/serving", roles.serving());
      reaches.addAll(reaches(serving, submission, program, unread));
    }
    return reaches;
  }

  private record Role(String pointer, String arn) {}

  private List<LiveFacts.Reach> reaches(
      Role role, Submission submission, Program program, Unread unread) {
    List<String> readable = closedToReading(submission, program);
    List<String> writable = closedToWriting(submission, program);
    return Stream.concat(
            READ.stream().flatMap(action -> ask(role, action, readable, unread)),
            WRITE.stream().flatMap(action -> ask(role, action, writable, unread)))
        .toList();
  }

  private Stream<LiveFacts.Reach> ask(
      Role role, String action, List<String> resources, Unread unread) {
    return unread
        .unless(
            role.pointer(), "simulation of " + action, () -> allowed(role.arn(), action, resources))
        .orElse(List.of())
        .stream()
        .map(resource -> new LiveFacts.Reach(role.pointer(), role.arn(), action, resource, true));
  }

  private List<String> allowed(String role, String action, List<String> resources) {
    List<String> allowed = new ArrayList<>();
    for (int from = 0; from < resources.size(); from += RESOURCES_MAX) {
      int until = Math.min(from + RESOURCES_MAX, resources.size());
      allowed.addAll(permissions.allowed(role, action, resources.subList(from, until)));
    }
    return allowed;
  }

  private List<String> closedToReading(Submission submission, Program program) {
    String copies = "programs/" + program.name() + "/sha256/" + ANY_DIGEST;
    String artifacts = aws.buckets().artifacts();
    return Stream.of(
            HELD_OUT.stream().map(file -> object(artifacts, run(submission, program) + file)),
            Stream.of(
                object(artifacts, copies + "/data.csv"),
                object(artifacts, copies + "/holdout.csv"),
                object(aws.buckets().evidence(), "any")),
            named(submission, program),
            program.dataBuckets().stream().flatMap(LiveReaches::anything),
            others(program).map(other -> object(artifacts, "programs/" + other.name() + "/any")),
            others(program)
                .flatMap(other -> other.dataBuckets().stream())
                .flatMap(LiveReaches::anything))
        .flatMap(resources -> resources)
        .distinct()
        .toList();
  }

  private List<String> closedToWriting(Submission submission, Program program) {
    String artifacts = aws.buckets().artifacts();
    return Stream.of(
            Stream.concat(HELD_OUT.stream(), WRITTEN.stream())
                .map(file -> object(artifacts, run(submission, program) + file)),
            Stream.of(
                object(aws.buckets().evidence(), "any"),
                object(artifacts, "programs/" + program.name() + "/sha256/" + ANY_DIGEST + "/any")),
            others(program).map(other -> object(artifacts, "programs/" + other.name() + "/any")))
        .flatMap(resources -> resources)
        .toList();
  }

  /** The data that the submission names, as far as its program may name them. */
  private static Stream<String> named(Submission submission, Program program) {
    Submission.DataSource data = submission.data();
    return Stream.concat(Stream.of(data.source()), data.holdout().stream())
        .map(Submission.ObjectVersion::uri)
        .filter(uri -> program.dataBuckets().stream().anyMatch(own -> liesIn(uri, own)))
        .map(uri -> ARN + uri.substring(S3.length()));
  }

  private static boolean liesIn(String uri, String bucket) {
    return uri.startsWith(S3 + bucket + "/");
  }

  /** Where the jobs of the version leave their files. */
  private static String run(Submission submission, Program program) {
    return "programs/" + program.name() + "/runs/" + submission.model() + "-1/any-job/";
  }

  /** A policy may open one folder and not the next. */
  private static Stream<String> anything(String bucket) {
    return Stream.of(object(bucket, "any"), object(bucket, "uploads/any"));
  }

  private Stream<Program> others(Program program) {
    return programs.all().stream().filter(other -> !other.name().equals(program.name()));
  }

  private static String object(String bucket, String key) {
    return ARN + bucket + "/" + key;
  }
}
