package io.sallyport.local.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * S3 as other services of the emulator reach it: over HTTP, like anybody, with somebody's rights.
 * Faults are for callers from outside, so these calls meet none.
 */
public final class OwnS3 {

  static final String HEADER = "x-local-aws-own";

  private OwnS3() {}

  public static S3Client client(URI endpoint, AwsCredentials credentials) {
    return S3Client.builder()
        .region(Region.of(Arn.REGION))
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .overrideConfiguration(own -> own.putHeader(HEADER, "yes"))
        .build();
  }
}
