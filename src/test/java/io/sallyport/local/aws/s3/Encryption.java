package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.kms.Keyring;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;

/** With which key an object is kept, and whether the caller may use that key through S3. */
final class Encryption {

  /** The algorithm, and for {@code aws:kms} the key's ARN. */
  record Chosen(Optional<String> algorithm, Optional<String> keyArn) {}

  private static final Map<String, List<String>> VIA_S3 =
      Map.of("kms:ViaService", List.of("s3." + Arn.REGION + ".amazonaws.com"));

  private final Keyring keyring;

  Encryption(Keyring keyring) {
    this.keyring = keyring;
  }

  /** As the request says, else as the bucket says. */
  Chosen choose(Bucket bucket, @Nullable String algorithm, @Nullable String keyId, Call call) {
    Optional<ServerSideEncryptionByDefault> byDefault =
        bucket
            .encryption()
            .map(Buckets::encryption)
            .map(document -> document.rules().get(0).applyServerSideEncryptionByDefault());
    Optional<String> chosen =
        Optional.ofNullable(algorithm).or(() -> byDefault.map(d -> d.sseAlgorithmAsString()));
    if (!chosen.equals(Optional.of("aws:kms"))) {
      return new Chosen(chosen.or(() -> Optional.of("AES256")), Optional.empty());
    }
    String key =
        Optional.ofNullable(keyId)
            .or(() -> byDefault.map(ServerSideEncryptionByDefault::kmsMasterKeyID))
            .orElseThrow(() -> Errors.invalid("aws:kms needs a key id here"));
    String arn = arn(key);
    call.needs(new Permission("kms:GenerateDataKey", arn, VIA_S3));
    return new Chosen(chosen, Optional.of(arn));
  }

  private String arn(String key) {
    try {
      return keyring.arn(key);
    } catch (AwsError e) {
      throw AwsError.bad("KMS." + e.code(), e.getMessage());
    }
  }

  void needsToRead(Stored version, Call call) {
    version
        .attributes()
        .kmsKeyArn()
        .ifPresent(arn -> call.needs(new Permission("kms:Decrypt", arn, VIA_S3)));
  }
}
