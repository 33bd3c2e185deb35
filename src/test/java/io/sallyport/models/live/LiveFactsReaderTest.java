package io.sallyport.models.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.aws.AwsClients;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.facts.Buckets;
import io.sallyport.aws.facts.Images;
import io.sallyport.aws.facts.Network;
import io.sallyport.aws.facts.RolePermissions;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.Keys;
import io.sallyport.local.aws.Faults;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.models.Programs;
import io.sallyport.models.Settings;
import io.sallyport.rules.Finding;
import io.sallyport.rules.boundary.BoundaryRules;
import io.sallyport.rules.boundary.LiveFacts;
import io.sallyport.rules.boundary.NamedColumnsAreThere;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionFacts;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.boundary.Tier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;

class LiveFactsReaderTest {

  private static final String ROLES = "arn:aws-us-gov:iam::123456789012:role/";
  private static final String EVIDENCE =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",
       "Resource":"arn:aws-us-gov:s3:::sallyport-evidence/*"}]}
      """;

  @Test
  void S04_what_aws_says_is_read_and_what_it_does_not_say_is_a_finding() throws Exception {
    try (OnLocalAws local = new OnLocalAws()) {
      leaky(local);
      Submission submission = complete();
      LiveFacts live = reader(local).read(submission, program());
      SubmissionFacts facts =
          new SubmissionFacts(
              submission,
              program(),
              Optional.of(live),
              Optional.empty(),
              Optional.empty(),
              Instant.parse("2026-11-25T12:00:00Z"));
      assertThat(BoundaryRules.BOOK.check(facts))
          .extracting(Finding::toString)
          .contains(
              "boundary/buckets-lie-in-the-boundary: /data/source/uri is versioning off; the limit"
                  + " is versioning Enabled",
              "boundary/the-key-is-controlled: /encryption/key is rotation off; the limit is"
                  + " rotation on",
              "boundary/subnets-have-no-way-out: /network/subnets/0 is no subnet"
                  + " subnet-0a1b2c3d4e5f60711; the limit is a subnet that exists",
              "boundary/roles-reach-nothing-that-is-closed-to-them: /roles/training is "
                  + ROLES
                  + "sentinel-training may s3:GetObject on"
                  + " arn:aws-us-gov:s3:::sallyport-evidence/any; the limit is a role that may"
                  + " not")
          .anyMatch(finding -> finding.startsWith("boundary/the-data-is-there: /data/source is no"))
          .anyMatch(finding -> finding.contains("/containers/training is "));
    }
  }

  @Test
  void S05_the_header_of_the_exact_version_is_read_and_a_column_that_is_not_there_is_a_finding()
      throws Exception {
    try (OnLocalAws local = new OnLocalAws()) {
      leaky(local);
      String version = uploaded(local, "x1,land-cover\n1,soil\n");
      uploaded(local, "x1,land_cover\n1,soil\n");
      Submission submission = complete(version);
      SubmissionFacts facts =
          new SubmissionFacts(
              submission,
              program(),
              Optional.of(reader(local).read(submission, program())),
              Optional.empty(),
              Optional.empty(),
              Instant.parse("2026-11-25T12:00:00Z"));

      assertThat(new NamedColumnsAreThere().check(facts))
          .hasToString(
              "[boundary/named-columns-are-there: /data/label is 'land_cover'; the limit is"
                  + " one of the 2 columns: 'x1', 'land-cover'; did you mean 'land-cover'?]");
    }
  }

  private static String uploaded(OnLocalAws local, String table) {
    S3Client s3 = local.clients().s3();
    s3.putBucketVersioning(
        put ->
            put.bucket("sentinel-data")
                .versioningConfiguration(
                    versions -> versions.status(BucketVersioningStatus.ENABLED)));
    return s3.putObject(
            put -> put.bucket("sentinel-data").key("uploads/satellite.csv"),
            RequestBody.fromString(table))
        .versionId();
  }

  @Test
  void S04_what_may_not_be_read_is_a_finding() throws Exception {
    try (OnLocalAws local = new OnLocalAws()) {
      leaky(local);
      local.aws().faults().fail("iam", "*", 1_000, new AwsError("AccessDenied", 403, "not you"));

      assertThat(reader(local).read(complete(), program()).unread())
          .extracting(unread -> unread.what() + ", " + unread.why())
          .contains("simulation of s3:GetObject, IamException");
    }
  }

  @ParameterizedTest
  @MethodSource("outages")
  void R25_an_outage_is_technical_trouble_and_no_finding(
      String outage, Consumer<Faults> happens, Class<? extends Exception> flies) throws Exception {
    try (OnLocalAws local = new OnLocalAws()) {
      leaky(local);
      happens.accept(local.aws().faults());

      assertThatThrownBy(() -> reader(local).read(complete(), program()))
          .as(outage)
          .isInstanceOf(flies);
    }
  }

  static Stream<Arguments> outages() {
    AwsError broken = new AwsError("InternalFailure", 500, "broken");
    return Stream.of(
        outage("throttled", IamException.class, faults -> faults.throttle("iam", "*", 1_000)),
        outage("broken", IamException.class, faults -> faults.fail("iam", "*", 1_000, broken)),
        outage("S3 is slow", S3Exception.class, faults -> faults.throttle("s3", "*", 1_000)),
        outage("unheard", SdkClientException.class, faults -> faults.lose("kms", "*", 1_000)));
  }

  private static Arguments outage(
      String name, Class<? extends Exception> flies, Consumer<Faults> happens) {
    return Arguments.of(name, happens, flies);
  }

  private static Submission complete() throws IOException {
    return complete("3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY");
  }

  private static Submission complete(String version) throws IOException {
    String text =
        Files.readString(Path.of("src/test/resources/submissions/good/complete.yaml"))
            .replace("3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY", version);
    return SubmissionReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void leaky(OnLocalAws local) {
    AwsClients clients = local.clients();
    clients.s3().createBucket(create -> create.bucket("sentinel-data"));
    String key = clients.kms().createKey().keyMetadata().keyId();
    clients.kms().createAlias(alias -> alias.aliasName("alias/sentinel-data").targetKeyId(key));
    local.role("sentinel-training");
    local.role("sentinel-serving");
    clients
        .iam()
        .putRolePolicy(
            put ->
                put.roleName("sentinel-training").policyName("too-wide").policyDocument(EVIDENCE));
  }

  private static LiveFactsReader reader(OnLocalAws local) {
    AwsClients clients = local.clients();
    Settings settings = new Settings(Map.of("sentinel", program()), DataSize.ofMegabytes(512));
    return new LiveFactsReader(
        new Buckets(clients.s3(), local.settings()),
        new ExactCopies(clients.s3(), local.settings()),
        new LiveHeaders(new Buckets(clients.s3(), local.settings())),
        new Keys(clients.kms(), local.settings()),
        new Images(clients.ecr(), clients.plainHttp()),
        new LiveNetwork(new Network(clients.ec2())),
        new LiveReaches(
            new RolePermissions(clients.iam()), new Programs(settings), local.settings()));
  }

  private static Program program() {
    return new Program(
        "sentinel",
        "123456789012",
        "us-gov-west-1",
        Tier.ROUTINE,
        List.of("sentinel-data"),
        List.of("sentinel/trainer"),
        List.of(),
        List.of("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712"),
        List.of("sg-0a1b2c3d4e5f60721"),
        List.of("alias/sentinel-data"),
        List.of(ROLES + "sentinel-training"),
        List.of(ROLES + "sentinel-serving"),
        List.of("ml.m5.xlarge"),
        List.of(ROLES + "sentinel-consumer"),
        4);
  }
}
