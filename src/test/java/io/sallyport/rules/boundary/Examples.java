package io.sallyport.rules.boundary;

import io.sallyport.rules.technical.Floors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo program, submissions from src/test/resources, and what AWS says when all is well. */
final class Examples {

  static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");
  static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");

  /** Of tier routine. */
  static final Floors FLOORS =
      new Floors(300, 30, Map.of("accuracy", "0.70", "log-loss", "2.0", "r2", "0.30"), "0.005", 10);

  private static final String ACCOUNT = "123456789012";
  private static final String ROLES = "arn:aws-us-gov:iam::" + ACCOUNT + ":role/";
  private static final String VPC = "vpc-0a1b2c3d4e5f60718";

  private Examples() {}

  static Program program() {
    return program("us-gov-west-1", ROLES + "sentinel-training");
  }

  static Program program(String region, String trainingRole) {
    return new Program(
        "sentinel",
        ACCOUNT,
        region,
        Tier.ROUTINE,
        List.of("sentinel-data"),
        List.of("sentinel/trainer"),
        List.of(),
        List.of("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712"),
        List.of("sg-0a1b2c3d4e5f60721"),
        List.of("alias/sentinel-data"),
        List.of(trainingRole),
        List.of(ROLES + "sentinel-serving"),
        List.of("ml.m5.xlarge"),
        List.of(ROLES + "sentinel-consumer"),
        4);
  }

  static SubmissionFacts good() {
    return facts(SUBMISSIONS.resolve("good/complete.yaml"), program());
  }

  static SubmissionFacts good(LiveFacts live) {
    SubmissionFacts good = good();
    return new SubmissionFacts(
        good.submission(),
        good.program(),
        Optional.of(live),
        Optional.of(FLOORS),
        Optional.empty(),
        AT);
  }

  static SubmissionFacts leaking(String name) {
    return facts(SUBMISSIONS.resolve("leaking/" + name + ".yaml"), program());
  }

  static SubmissionFacts facts(Path file, Program program) {
    Submission submission = SubmissionReader.examine(bytes(file)).submission().orElseThrow();
    return withFloors(submission, program);
  }

  /** As the product asks, but without a look at AWS. */
  static SubmissionFacts withFloors(Submission submission, Program program) {
    return new SubmissionFacts(
        submission, program, Optional.empty(), Optional.of(FLOORS), Optional.empty(), AT);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static LiveFacts live() {
    return new LiveFacts(
        List.of(bucket("us-gov-west-1", ACCOUNT, "Enabled", "aws:kms")),
        List.of(
            new LiveFacts.StoredVersion(
                "/data/source", "s3://sentinel-data/a.csv", "v1", true, "aws:kms", 9, 9)),
        List.of(header("/data/source", "x1", "x2", "land_cover")),
        Optional.of(key("Enabled", true, policy(ROLES + "sentinel-training"))),
        List.of(image("sha256:" + "3f".repeat(32), true, true)),
        List.of(subnet(ACCOUNT, false, List.of("local", "vpce-0a1b2c3d"))),
        List.of(group(VPC)),
        List.of(endpoint("s3"), endpoint("sagemaker.runtime")),
        List.of(),
        List.of());
  }

  static LiveFacts.Bucket bucket(
      String region, String account, String versioning, String encryption) {
    return new LiveFacts.Bucket(
        "/data/source/uri", "sentinel-data", true, region, account, versioning, encryption);
  }

  static LiveFacts.Key key(String state, boolean rotating, String policy) {
    return new LiveFacts.Key(
        "/encryption/key",
        "alias/sentinel-data",
        ACCOUNT,
        "SYMMETRIC_DEFAULT",
        state,
        "CUSTOMER",
        rotating,
        policy);
  }

  static String policy(String principal) {
    return """
        {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:*"}]}
        """
        .formatted(principal);
  }

  static LiveFacts.Image image(String digest, boolean signed, boolean scanned) {
    String reference = "sentinel/trainer@sha256:" + "3f".repeat(32);
    return new LiveFacts.Image("/containers/training", reference, digest, signed, scanned);
  }

  static LiveFacts.Subnet subnet(String account, boolean open, List<String> routesTo) {
    String id = "subnet-0a1b2c3d4e5f60711";
    return new LiveFacts.Subnet("/network/subnets/0", id, true, VPC, account, open, routesTo);
  }

  static LiveFacts.Group group(String vpc) {
    String id = "sg-0a1b2c3d4e5f60721";
    return new LiveFacts.Group("/network/securityGroups/0", id, true, vpc, ACCOUNT);
  }

  static LiveFacts.VpcEndpoint endpoint(String service) {
    String name = "com.amazonaws.us-gov-west-1." + service;
    return new LiveFacts.VpcEndpoint(VPC, name, "available", "{}");
  }

  /** All is well but for the network. */
  static LiveFacts liveWith(
      List<LiveFacts.Subnet> subnets,
      List<LiveFacts.Group> groups,
      List<LiveFacts.VpcEndpoint> endpoints) {
    LiveFacts well = live();
    return new LiveFacts(
        well.buckets(),
        well.versions(),
        well.headers(),
        well.key(),
        well.images(),
        subnets,
        groups,
        endpoints,
        well.reaches(),
        well.unread());
  }

  static LiveFacts liveWith(
      List<LiveFacts.Bucket> buckets,
      List<LiveFacts.StoredVersion> versions,
      Optional<LiveFacts.Key> key,
      List<LiveFacts.Image> images) {
    LiveFacts well = live();
    return new LiveFacts(
        buckets,
        versions,
        well.headers(),
        key,
        images,
        well.subnets(),
        well.groups(),
        well.endpoints(),
        well.reaches(),
        well.unread());
  }

  static LiveFacts.Header header(String pointer, String... columns) {
    return new LiveFacts.Header(pointer, List.of(columns), Optional.empty());
  }

  /** All is well but for the headers. */
  static LiveFacts liveWith(LiveFacts.Header... headers) {
    LiveFacts well = live();
    return new LiveFacts(
        well.buckets(),
        well.versions(),
        List.of(headers),
        well.key(),
        well.images(),
        well.subnets(),
        well.groups(),
        well.endpoints(),
        well.reaches(),
        well.unread());
  }

  static LiveFacts liveWith(List<LiveFacts.Reach> reaches, List<LiveFacts.Unread> unread) {
    LiveFacts well = live();
    return new LiveFacts(
        well.buckets(),
        well.versions(),
        well.headers(),
        well.key(),
        well.images(),
        well.subnets(),
        well.groups(),
        well.endpoints(),
        reaches,
        unread);
  }
}
