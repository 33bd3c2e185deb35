package io.sallyport.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class SignatureTest {

  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());

  @AfterEach
  void close() {
    aws.close();
  }

  /** Changes requests after they were signed. */
  private record Tampering(SdkHttpClient real, UnaryOperator<HttpExecuteRequest> change)
      implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return real.prepareRequest(change.apply(request));
    }

    @Override
    public void close() {
      real.close();
    }
  }

  private Clients tampering(UnaryOperator<HttpExecuteRequest> change) {
    return new Clients(
        aws.endpoint(),
        aws.rootCredentials(),
        new Tampering(UrlConnectionHttpClient.create(), change));
  }

  private static HttpExecuteRequest with(HttpExecuteRequest request, SdkHttpRequest other) {
    HttpExecuteRequest.Builder builder = HttpExecuteRequest.builder().request(other);
    request.contentStreamProvider().ifPresent(builder::contentStreamProvider);
    return builder.build();
  }

  private static String codeOf(Throwable thrown) {
    return ((AwsServiceException) thrown).awsErrorDetails().errorCode();
  }

  private static void assertRefused(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOf(AwsServiceException.class)
        .satisfies(thrown -> assertThat(codeOf(thrown)).isEqualTo(code));
  }

  @Test
  void a_wrong_secret_does_not_match() {
    try (Clients clients =
        new Clients(aws.endpoint(), Clients.wrongSecret(aws.rootCredentials()))) {
      assertRefused(() -> clients.sts().getCallerIdentity(), "SignatureDoesNotMatch");
      assertRefused(() -> clients.s3().listBuckets(), "SignatureDoesNotMatch");
      assertRefused(() -> clients.kms().listKeys(), "InvalidSignatureException");
    }
  }

  @Test
  void an_unknown_key_is_refused_in_each_service_s_words() {
    AwsBasicCredentials nobody = AwsBasicCredentials.create("AKIANOBODY", "secret");
    try (Clients clients = new Clients(aws.endpoint(), nobody)) {
      assertRefused(() -> clients.sts().getCallerIdentity(), "InvalidClientTokenId");
      assertRefused(() -> clients.s3().listBuckets(), "InvalidAccessKeyId");
      assertRefused(() -> clients.kms().listKeys(), "UnrecognizedClientException");
    }
  }

  @Test
  void a_changed_body_does_not_match() {
    UnaryOperator<HttpExecuteRequest> otherBody =
        request -> {
          HttpExecuteRequest.Builder changed =
              HttpExecuteRequest.builder().request(request.httpRequest());
          byte[] bytes = bytes(request);
          bytes[bytes.length - 2] = 'x';
          return changed.contentStreamProvider(() -> new ByteArrayInputStream(bytes)).build();
        };
    try (Clients clients = tampering(otherBody)) {
      assertRefused(
          () -> clients.kms().createKey(key -> key.description("a")), "InvalidSignatureException");
    }
  }

  private static byte[] bytes(HttpExecuteRequest request) {
    try {
      return request.contentStreamProvider().orElseThrow().newStream().readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_changed_chunk_does_not_match_and_leaves_no_object() {
    try (Clients root = Clients.root(aws);
        Clients clients =
            tampering(
                request -> {
                  if (request.contentStreamProvider().isEmpty()) {
                    return request;
                  }
                  byte[] bytes =
                      new String(bytes(request), StandardCharsets.ISO_8859_1)
                          .replace("weights", "weightz")
                          .getBytes(StandardCharsets.ISO_8859_1);
                  return HttpExecuteRequest.builder()
                      .request(request.httpRequest())
                      .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
                      .build();
                })) {
      root.s3().createBucket(bucket -> bucket.bucket("sentinel-data"));
      assertThatThrownBy(
              () ->
                  clients
                      .s3()
                      .putObject(
                          o -> o.bucket("sentinel-data").key("a"),
                          RequestBody.fromString("weights")))
          .satisfies(
              thrown ->
                  assertThat(codeOf(thrown))
                      .isIn("SignatureDoesNotMatch", "XAmzContentSHA256Mismatch"));
      assertThat(root.s3().listObjectsV2(l -> l.bucket("sentinel-data")).contents()).isEmpty();
    }
  }

  @Test
  void a_changed_path_does_not_match() {
    try (Clients clients =
        tampering(
            request ->
                with(
                    request,
                    request.httpRequest().toBuilder().encodedPath("/other-bucket").build()))) {
      assertRefused(
          () -> clients.s3().getBucketVersioning(b -> b.bucket("sentinel-data")),
          "SignatureDoesNotMatch");
    }
  }

  @Test
  void a_session_token_that_is_missing_or_wrong_is_refused() {
    try (Clients root = Clients.root(aws)) {
      String arn = Demo.role(root.iam(), "reader", Demo.allow("kms:*", "*"));
      try (Clients session = Clients.assume(aws, root.sts(), arn)) {
        AwsSessionCredentials right = (AwsSessionCredentials) session.credentials();
        AwsSessionCredentials wrong =
            AwsSessionCredentials.create(right.accessKeyId(), right.secretAccessKey(), "other");
        assertThat(session.sts().getCallerIdentity().arn())
            .isEqualTo("arn:aws-us-gov:sts::123456789012:assumed-role/reader/test");
        try (Clients forged = new Clients(aws.endpoint(), wrong)) {
          assertRefused(() -> forged.sts().getCallerIdentity(), "InvalidClientTokenId");
        }
      }
    }
  }

  @Test
  void a_clock_that_is_an_hour_off_is_refused() {
    LocalAws.Options later =
        LocalAws.Options.inMemory().at(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
    try (LocalAws other = LocalAws.start(later);
        Clients clients = Clients.root(other)) {
      assertRefused(() -> clients.s3().listBuckets(), "RequestTimeTooSkewed");
    }
  }

  @Test
  void a_presigned_read_works_without_a_key_until_it_is_changed() throws IOException {
    try (Clients root = Clients.root(aws);
        S3Presigner presigner =
            S3Presigner.builder()
                .region(Region.of(Arn.REGION))
                .endpointOverride(aws.endpoint())
                .serviceConfiguration(
                    S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(StaticCredentialsProvider.create(aws.rootCredentials()))
                .build()) {
      root.s3().createBucket(bucket -> bucket.bucket("sentinel-data"));
      root.s3()
          .putObject(
              o -> o.bucket("sentinel-data").key("a b+c/é"), RequestBody.fromString("hello"));
      var url =
          presigner
              .presignGetObject(
                  p ->
                      p.signatureDuration(Duration.ofMinutes(1))
                          .getObjectRequest(o -> o.bucket("sentinel-data").key("a b+c/é")))
              .url();
      HttpURLConnection right = (HttpURLConnection) url.openConnection();
      assertThat(new String(right.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("hello");
      HttpURLConnection longer =
          (HttpURLConnection)
              java.net
                  .URI
                  .create(url.toString().replace("Expires=60", "Expires=600"))
                  .toURL()
                  .openConnection();
      assertThat(longer.getResponseCode()).isEqualTo(403);
    }
  }
}
