package io.sallyport.local.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.LocalAws;
import io.sallyport.local.aws.ecr.Images;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A local AWS with a bucket, two roles and the test image, for tests that go over HTTP. */
public final class Workshop implements AutoCloseable {

  public static final String BUCKET = "sentinel-data";
  public static final String ROLE = Arn.iam("role/sentinel-training");
  public static final String OTHER_ROLE = Arn.iam("role/sentinel-engineer");

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
       "Principal":{"AWS":"arn:aws-us-gov:iam::123456789012:root"}}]}
      """;

  private final Path folder;
  private final List<SdkAutoCloseable> clients = new ArrayList<>();
  private LocalAws aws;

  /** Keeps its state in the folder, so that {@link #restart} finds it again. */
  public Workshop(Path folder) {
    this.folder = folder;
    this.aws = LocalAws.start(LocalAws.Options.inMemory().in(folder));
    aws.backstage().images().register("sentinel/trainer", imageFolder());
    IamClient iam = client(IamClient.builder());
    role(iam, "sentinel-training", "s3:*", "arn:aws-us-gov:s3:::sentinel-data*");
    role(iam, "sentinel-engineer", "sagemaker:*", "*");
    s3().createBucket(create -> create.bucket(BUCKET));
  }

  static Path imageFolder() {
    return Path.of("src/test/resources/images/test-container");
  }

  private static void role(IamClient iam, String name, String action, String resource) {
    iam.createRole(role -> role.roleName(name).assumeRolePolicyDocument(TRUST));
    iam.putRolePolicy(
        put ->
            put.roleName(name)
                .policyName("rights")
                .policyDocument(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}]}"
                        .formatted(action, resource)));
  }

  public LocalAws aws() {
    return aws;
  }

  /** The image by digest. */
  public String image() {
    String digest = aws.backstage().images().register("sentinel/trainer", imageFolder());
    return Images.uri("sentinel/trainer", digest);
  }

  public void restart() {
    aws.close();
    aws = LocalAws.start(LocalAws.Options.inMemory().in(folder));
  }

  /** The administrator's client. */
  public <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable> C client(B builder) {
    return client(builder, aws.rootCredentials());
  }

  /** A client of a session of this role. */
  public <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable> C clientOf(
      String roleArn, B builder) {
    var key = aws.environment().identities().session(roleArn, "test", Duration.ofHours(1));
    return client(
        builder,
        AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken().orElseThrow()));
  }

  private <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
      B builder, AwsCredentials credentials) {
    C client =
        builder
            .region(Region.of(Arn.REGION))
            .endpointOverride(aws.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .overrideConfiguration(
                settings ->
                    settings.putAdvancedOption(
                        SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
            .build();
    clients.add(client);
    return client;
  }

  public SageMakerClient sageMaker() {
    return client(SageMakerClient.builder());
  }

  public S3Client s3() {
    return client(S3Client.builder().forcePathStyle(true));
  }

  public void put(String key, String content) {
    s3().putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content));
  }

  public String get(String key) {
    return s3().getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
  }

  public static String uri(String key) {
    return "s3://" + BUCKET + "/" + key;
  }

  /** Asks until the answer fits; fails with the last answer after half a minute. */
  public static <T> T await(Supplier<T> ask, Predicate<T> fits) throws InterruptedException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    T answer = ask.get();
    while (!fits.test(answer) && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(50);
      answer = ask.get();
    }
    assertThat(answer).matches(fits, "comes about within " + DEADLINE);
    return answer;
  }

  @Override
  public void close() {
    clients.forEach(SdkAutoCloseable::close);
    aws.close();
  }
}
