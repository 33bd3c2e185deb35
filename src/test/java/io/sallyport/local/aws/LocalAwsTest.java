package io.sallyport.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

class LocalAwsTest {

  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void the_administrator_is_the_root_of_the_account() {
    try (StsClient sts =
        StsClient.builder()
            .region(Region.of(Arn.REGION))
            .endpointOverride(aws.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(aws.rootCredentials()))
            .build()) {
      assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws-us-gov:iam::123456789012:root");
    }
  }
}
