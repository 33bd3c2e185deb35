package io.sallyport.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.signer.SignerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * The SDK's clients, each built the same way: region, FIPS, time limits, standard retries. Beans of
 * type {@link ExecutionInterceptor} see every request; the tests validate each one that way.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
public class AwsClients {

  /** No pause before another try is longer, as in the SDK's standard mode. */
  private static final Duration RETRY_PAUSE_MAX = Duration.ofSeconds(20);

  /** SageMaker gives a model 60 s to answer; a little more, so that its own error is seen. */
  private static final Duration INVOCATION = Duration.ofSeconds(70);

  private static final Duration SESSION = Duration.ofMinutes(15);

  private final Settings settings;
  private final List<ExecutionInterceptor> interceptors;
  private final SdkHttpClient http;

  @Autowired
  AwsClients(Settings settings, ObjectProvider<ExecutionInterceptor> interceptors) {
    this(settings, interceptors.orderedStream().toList());
  }

  public AwsClients(Settings settings, List<ExecutionInterceptor> interceptors) {
    this.settings = settings;
    this.interceptors = List.copyOf(interceptors);
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(settings.timeouts().connect())
            .socketTimeout(settings.timeouts().object())
            .build();
  }

  @Bean
  public SageMakerClient sageMaker() {
    return build(SageMakerClient.builder(), own(), settings.timeouts().attempt());
  }

  /** Invokes as the role that consumers' calls go through. */
  @Bean
  public SageMakerRuntimeClient invokingRuntime(StsClient sts) {
    return runtime(sts, settings.roles().invoking());
  }

  /** Invokes as the role that checks answers before a service period opens. */
  @Bean
  public SageMakerRuntimeClient checkingRuntime(StsClient sts) {
    return runtime(sts, settings.roles().checking());
  }

  @Bean
  public S3Client s3() {
    boolean local = settings.endpoint() != null;
    Duration attempt = settings.timeouts().object();
    return build(S3Client.builder().forcePathStyle(local), own(), attempt);
  }

  @Bean
  public KmsClient kms() {
    return build(KmsClient.builder(), own(), settings.timeouts().attempt());
  }

  @Bean
  public EcrClient ecr() {
    return build(EcrClient.builder(), own(), settings.timeouts().attempt());
  }

  @Bean
  public SignerClient signer() {
    return build(SignerClient.builder(), own(), settings.timeouts().attempt());
  }

  @Bean
  public StsClient sts() {
    return build(StsClient.builder(), own(), settings.timeouts().attempt());
  }

  @Bean
  public SqsClient sqs() {
    Duration attempt = settings.timeouts().attempt().plus(settings.timeouts().receive());
    return build(SqsClient.builder(), own(), attempt);
  }

  @Bean
  public CloudWatchClient cloudWatch() {
    return build(CloudWatchClient.builder(), own(), settings.timeouts().attempt());
  }

  @Bean
  public ApplicationAutoScalingClient autoScaling() {
    return build(ApplicationAutoScalingClient.builder(), own(), settings.timeouts().attempt());
  }

  @Bean
  public IamClient iam() {
    return build(IamClient.builder(), own(), settings.timeouts().attempt());
  }

  @Bean
  public Ec2Client ec2() {
    return build(Ec2Client.builder(), own(), settings.timeouts().attempt());
  }

  /** For the pre-signed addresses that ECR and S3 hand out. */
  @Bean
  public SdkHttpClient plainHttp() {
    return http;
  }

  private SageMakerRuntimeClient runtime(StsClient sts, String roleArn) {
    AwsCredentialsProvider role =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(
                request ->
                    request
                        .roleArn(roleArn)
                        .roleSessionName("sallyport")
                        .durationSeconds((int) SESSION.toSeconds()))
            .build();
    return build(SageMakerRuntimeClient.builder(), role, INVOCATION);
  }

  private AwsCredentialsProvider own() {
    String accessKey = settings.accessKey();
    String secretKey = settings.secretKey();
    return accessKey == null || secretKey == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, AwsCredentialsProvider credentials, Duration attempt) {
    Optional<URI> endpoint = Optional.ofNullable(settings.endpoint());
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(settings.region()))
        .fipsEnabled(settings.fips())
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .executionInterceptors(interceptors)
                .retryStrategy(retries())
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(longer(attempt))
                .putAdvancedOption(
                    SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, endpoint.isPresent())
                .build())
        .build();
  }

  /** Three tries, as the SDK's standard mode has them. */
  private StandardRetryStrategy retries() {
    Duration first = settings.timeouts().retry();
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .backoffStrategy(BackoffStrategy.exponentialDelay(first, RETRY_PAUSE_MAX))
        .throttlingBackoffStrategy(
            BackoffStrategy.exponentialDelay(first.multipliedBy(10), RETRY_PAUSE_MAX))
        .build();
  }

  /** A call has time for its retries: the limit of a call, or three tries where one is longer. */
  private Duration longer(Duration attempt) {
    Duration tries = attempt.multipliedBy(3);
    return tries.compareTo(settings.timeouts().call()) > 0 ? tries : settings.timeouts().call();
  }
}
