package io.sallyport.local.aws.kms;

import io.sallyport.local.aws.Arn;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * A key: private and public part are DER in base64 (PKCS #8, X.509), or the bytes of a symmetric
 * key.
 */
record Key(
    String id,
    String spec,
    String usage,
    String description,
    String secretBase64,
    String publicBase64,
    String policy,
    boolean rotation,
    Map<String, String> tags,
    Instant created) {

  String arn() {
    return Arn.of("kms", "key/" + id);
  }

  byte[] secret() {
    return Base64.getDecoder().decode(secretBase64);
  }

  byte[] publicKey() {
    return Base64.getDecoder().decode(publicBase64);
  }

  boolean isSymmetric() {
    return spec.equals("SYMMETRIC_DEFAULT");
  }

  Key withPolicy(String other) {
    return new Key(
        id, spec, usage, description, secretBase64, publicBase64, other, rotation, tags, created);
  }

  Key withRotation() {
    return new Key(
        id, spec, usage, description, secretBase64, publicBase64, policy, true, tags, created);
  }
}
