package io.sallyport.local.aws;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The real SDK's clients of one caller, as tests and seeds use them; close them all at once. */
public final class Clients implements AutoCloseable {

  private final URI endpoint;
  private final AwsCredentials credentials;
  private final SdkHttpClient http;
  private final List<SdkAutoCloseable> made = new ArrayList<>();

  public Clients(URI endpoint, AwsCredentials credentials) {
    this(endpoint, credentials, UrlConnectionHttpClient.create());
  }

  Clients(URI endpoint, AwsCredentials credentials, SdkHttpClient http) {
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.http = http;
  }

  /** The administrator's. */
  public static Clients root(LocalAws aws) {
    return new Clients(aws.endpoint(), aws.rootCredentials());
  }

  /** Those of a session of a role, through its trust policy. */
  public static Clients assume(LocalAws aws, StsClient sts, String roleArn) {
    var session =
        sts.assumeRole(request -> request.roleArn(roleArn).roleSessionName("test")).credentials();
    return new Clients(
        aws.endpoint(),
        AwsSessionCredentials.create(
            session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
  }

  public AwsCredentials credentials() {
    return credentials;
  }

  /** Any other client, set up in the same way. */
  public <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable> C build(B builder) {
    C client =
        builder
            .region(Region.of(Arn.REGION))
            .endpointOverride(endpoint)
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .overrideConfiguration(
                settings ->
                    settings.putAdvancedOption(
                        SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
            .build();
    made.add(client);
    return client;
  }

  public S3Client s3() {
    return build(S3Client.builder().forcePathStyle(true).httpClient(http));
  }

  public KmsClient kms() {
    return build(KmsClient.builder().httpClient(http));
  }

  public IamClient iam() {
    return build(IamClient.builder().httpClient(http));
  }

  public StsClient sts() {
    return build(StsClient.builder().httpClient(http));
  }

  static AwsBasicCredentials wrongSecret(AwsCredentials right) {
    return AwsBasicCredentials.create(right.accessKeyId(), "wrong" + right.secretAccessKey());
  }

  @Override
  public void close() {
    made.forEach(SdkAutoCloseable::close);
    http.close();
  }
}
