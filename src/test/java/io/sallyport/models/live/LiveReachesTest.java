package io.sallyport.models.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.AwsClients;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.facts.RolePermissions;
import io.sallyport.models.Programs;
import io.sallyport.models.Settings;
import io.sallyport.rules.boundary.LiveFacts.Reach;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.boundary.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/** Design, trust 1 and 3: what a submitted role could reach is asked of IAM, not believed. */
class LiveReachesTest {

  private static final String ROLES = "arn:aws-us-gov:iam::123456789012:role/";
  private static final String DATA = "arn:aws-us-gov:s3:::sentinel-data/";
  private static final String RUNS =
      "arn:aws-us-gov:s3:::sallyport-artifacts/programs/sentinel/runs/";

  @Test
  void S04_a_role_that_may_read_older_versions_of_the_data_is_named() throws Exception {
    assertThat(reaches("s3:GetObjectVersion", DATA + "uploads/*"))
        .containsExactly(
            "s3:GetObjectVersion " + DATA + "uploads/satellite.csv",
            "s3:GetObjectVersion " + DATA + "uploads/any");
  }

  @Test
  void S04_a_role_that_may_read_just_the_submitted_object_is_named() throws Exception {
    assertThat(reaches("s3:GetObject", DATA + "uploads/satellite.csv"))
        .containsExactly("s3:GetObject " + DATA + "uploads/satellite.csv");
  }

  @Test
  void S09_a_role_that_may_write_or_read_what_our_jobs_measure_is_named() throws Exception {
    String evaluation = RUNS + "land-cover-1/any-job/evaluation/evaluation.json";

    assertThat(reaches("s3:PutObject", RUNS + "*/evaluation/*"))
        .containsExactly("s3:PutObject " + evaluation);
    assertThat(reaches("s3:GetObject", RUNS + "*/evaluation/*"))
        .containsExactly("s3:GetObject " + evaluation);
    assertThat(reaches("s3:PutObject", RUNS + "*"))
        .hasSize(8)
        .contains("s3:PutObject " + RUNS + "land-cover-1/any-job/predictions/features.csv.out");
  }

  @Test
  void S04_a_role_that_may_write_its_model_only_reaches_nothing() throws Exception {
    assertThat(reaches("s3:PutObject", RUNS + "*/training/*")).isEmpty();
  }

  @Test
  void S04_iam_is_asked_about_fifty_resources_at_a_time() throws Exception {
    List<Integer> asked = new CopyOnWriteArrayList<>();
    try (OnLocalAws local = new OnLocalAws()) {
      allow(local, "s3:GetObject", "arn:aws-us-gov:s3:::data-of-59/*");
      AwsClients counted = new AwsClients(local.settings(), List.of(counting(asked)));

      assertThat(reaches(local, counted, programs(60)))
          .containsExactly(
              "s3:GetObject arn:aws-us-gov:s3:::data-of-59/any",
              "s3:GetObject arn:aws-us-gov:s3:::data-of-59/uploads/any");
    }
    assertThat(asked).hasSizeGreaterThan(3).allMatch(resources -> resources <= 50);
  }

  private static List<String> reaches(String action, String resource) throws IOException {
    try (OnLocalAws local = new OnLocalAws()) {
      allow(local, action, resource);
      return reaches(local, local.clients(), programs(1));
    }
  }

  private static List<String> reaches(
      OnLocalAws local, AwsClients clients, Map<String, Program> programs) throws IOException {
    Settings settings = new Settings(programs, DataSize.ofMegabytes(512));
    Unread unread = new Unread();
    List<Reach> reaches =
        new LiveReaches(
                new RolePermissions(clients.iam()), new Programs(settings), local.settings())
            .read(submission(), program("sentinel", "sentinel-data"), unread);
    assertThat(unread.all()).isEmpty();
    return reaches.stream().map(reach -> reach.action() + " " + reach.resource()).toList();
  }

  private static void allow(OnLocalAws local, String action, String resource) {
    local.role("sentinel-training");
    local.role("sentinel-serving");
    String policy =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"%s","Resource":"%s"}]}
        """
            .formatted(action, resource);
    local
        .clients()
        .iam()
        .putRolePolicy(
            put -> put.roleName("sentinel-training").policyName("rights").policyDocument(policy));
  }

  private static ExecutionInterceptor counting(List<Integer> asked) {
    return new ExecutionInterceptor() {
      @Override
      public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof SimulatePrincipalPolicyRequest simulate) {
          asked.add(simulate.resourceArns().size());
        }
      }
    };
  }

  private static Submission submission() throws IOException {
    return SubmissionReader.read(
        Files.readAllBytes(Path.of("src/test/resources/submissions/good/complete.yaml")));
  }

  /** The program that submits, and so many in all. */
  private static Map<String, Program> programs(int count) {
    Map<String, Program> programs = new TreeMap<>();
    IntStream.range(1, count)
        .forEach(
            other -> programs.put("other-" + other, program("other-" + other, "data-of-" + other)));
    programs.put("sentinel", program("sentinel", "sentinel-data"));
    return programs;
  }

  private static Program program(String name, String bucket) {
    return new Program(
        name,
        "123456789012",
        "us-gov-west-1",
        Tier.ROUTINE,
        List.of(bucket),
        List.of("sentinel/trainer"),
        List.of(),
        List.of("subnet-0a1b2c3d4e5f60711"),
        List.of("sg-0a1b2c3d4e5f60721"),
        List.of("alias/sentinel-data"),
        List.of(ROLES + "sentinel-training"),
        List.of(ROLES + "sentinel-serving"),
        List.of("ml.m5.xlarge"),
        List.of(ROLES + "sentinel-consumer"),
        4);
  }
}
