package io.sallyport.models;

import io.sallyport.aws.Settings;
import io.sallyport.aws.facts.RolePermissions;
import io.sallyport.rules.boundary.LiveFacts;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks IAM what the submitted roles could do to what is closed to them (design, trust 1 and 3): the
 * raw data and its copies, which hold the held-out rows; the hold-out itself; the evidence; what
 * belongs to other programs.
 */
@Component
class LiveReaches {

  private static final String READ = "s3:GetObject";
  private static final String WRITE = "s3:PutObject";
  private static final String ANY_DIGEST = "0".repeat(64);

  private final RolePermissions permissions;
  private final Programs programs;
  private final Settings aws;

  LiveReaches(RolePermissions permissions, Programs programs, Settings aws) {
    this.permissions = permissions;
    this.programs = programs;
    this.aws = aws;
  }

  List<LiveFacts.Reach> read(Submission submission, Program program, Unread unread) {
    List<LiveFacts.Reach> reaches = new ArrayList<>();
    List<String> readable = closedToReading(submission, program);
    List<String> writable = closedToWriting(program);
    Submission.Roles roles = submission.roles();
    if (program.trainingRoles().contains(roles.training())) {
      String pointer = "/roles/training";
      reaches.addAll(ask(new Question(pointer, roles.training(), READ, readable), unread));
      reaches.addAll(ask(new Question(pointer, roles.training(), WRITE, writable), unread));
    }
    if (program.servingRoles().contains(roles.serving())) {
      String pointer = "/roles/serving";
      reaches.addAll(ask(new Question(pointer, roles.serving(), READ, readable), unread));
      reaches.addAll(ask(new Question(pointer, roles.serving(), WRITE, writable), unread));
    }
    return reaches;
  }

  private record Question(String pointer, String role, String action, List<String> resources) {}

  private List<LiveFacts.Reach> ask(Question asked, Unread unread) {
    return unread
        .unless(
            asked.pointer(),
            "simulation of " + asked.action(),
            () -> permissions.allowed(asked.role(), asked.action(), asked.resources()))
        .orElse(List.of())
        .stream()
        .map(
            resource ->
                new LiveFacts.Reach(asked.pointer(), asked.role(), asked.action(), resource, true))
        .toList();
  }

  private List<String> closedToReading(Submission submission, Program program) {
    String own = "programs/" + program.name();
    String run = own + "/runs/" + submission.model() + "-1/any-job";
    String artifacts = aws.buckets().artifacts();
    return Stream.of(
            Stream.of(
                object(artifacts, run + "/holdout/holdout.csv"),
                object(artifacts, run + "/features/features.csv"),
                object(artifacts, own + "/sha256/" + ANY_DIGEST + "/data.csv"),
                object(artifacts, own + "/sha256/" + ANY_DIGEST + "/holdout.csv"),
                object(aws.buckets().evidence(), "any")),
            program.dataBuckets().stream().map(bucket -> object(bucket, "any")),
            others(program).map(other -> object(artifacts, "programs/" + other.name() + "/any")),
            others(program)
                .flatMap(other -> other.dataBuckets().stream())
                .map(bucket -> object(bucket, "any")))
        .flatMap(resources -> resources)
        .distinct()
        .toList();
  }

  private List<String> closedToWriting(Program program) {
    String artifacts = aws.buckets().artifacts();
    return Stream.concat(
            Stream.of(
                object(aws.buckets().evidence(), "any"),
                object(artifacts, "programs/" + program.name() + "/sha256/" + ANY_DIGEST + "/any")),
            others(program).map(other -> object(artifacts, "programs/" + other.name() + "/any")))
        .toList();
  }

  private Stream<Program> others(Program program) {
    return programs.all().stream().filter(other -> !other.name().equals(program.name()));
  }

  private static String object(String bucket, String key) {
    return "arn:aws-us-gov:s3:::" + bucket + "/" + key;
  }
}
