package io.sallyport.aws.objects;

import io.sallyport.aws.Settings;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * Signs evidence with a key that never leaves KMS: ECDSA over P-384 with SHA-384 (S08, FIPS 186-5).
 * Describes any key.
 */
@Component
public class Keys {

  /** The JDK's name of what KMS calls {@code ECDSA_SHA_384}; signatures are DER. */
  public static final String ALGORITHM = "SHA384withECDSA";

  /** KMS takes no longer message; of a longer one it takes the digest. */
  private static final int MESSAGE_BYTES_MAX = 4096;

  /** KMS keeps one policy a key, under this name. */
  private static final String POLICY = "default";

  private final KmsClient kms;
  private final Settings settings;

  public Keys(KmsClient kms, Settings settings) {
    this.kms = kms;
    this.settings = settings;
  }

  /** Signs with the evidence key, and verifies with the JDK before anyone relies on it. */
  public Signature sign(byte[] message) {
    boolean whole = message.length <= MESSAGE_BYTES_MAX;
    SignRequest request =
        SignRequest.builder()
            .keyId(settings.keys().evidenceSigning())
            .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_384)
            .messageType(whole ? MessageType.RAW : MessageType.DIGEST)
            .message(SdkBytes.fromByteArray(whole ? message : sha384(message)))
            .build();
    SignResponse response = kms.sign(request);
    // by the key that signed, and not by its alias: that may point to another one by now
    PublicKey key = publicKey(response.keyId());
    Signature signature =
        new Signature(response.keyId(), key, ALGORITHM, response.signature().asByteArray());
    if (!verifies(key, message, signature.bytes())) {
      throw new IllegalStateException("KMS signed something else with " + response.keyId());
    }
    return signature;
  }

  /** The public half of the key that signs evidence now. */
  public PublicKey publicKey() {
    return publicKey(settings.keys().evidenceSigning());
  }

  private PublicKey publicKey(String keyId) {
    byte[] spki = kms.getPublicKey(get -> get.keyId(keyId)).publicKey().asByteArray();
    try {
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
    } catch (GeneralSecurityException notEc) {
      throw new IllegalStateException("the evidence key is no elliptic-curve key", notEc);
    }
  }

  /** What KMS says now of a key named by id, alias or ARN. */
  public KeyFacts describe(String keyId) {
    KeyMetadata key = kms.describeKey(describe -> describe.keyId(keyId)).keyMetadata();
    // Only for symmetric keys does KMS know a rotation; it refuses the question for others.
    boolean rotating =
        key.keySpec() == KeySpec.SYMMETRIC_DEFAULT
            && kms.getKeyRotationStatus(status -> status.keyId(key.arn())).keyRotationEnabled();
    return new KeyFacts(
        key.awsAccountId(),
        key.keySpecAsString(),
        key.keyStateAsString(),
        key.keyManagerAsString(),
        rotating,
        kms.getKeyPolicy(policy -> policy.keyId(key.arn()).policyName(POLICY)).policy());
  }

  /** Whether this signature was made over this message; decided by the JDK, not by KMS. */
  public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      java.security.Signature verifier = java.security.Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static byte[] sha384(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-384").digest(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has SHA-384", impossible);
    }
  }
}
