package io.sallyport.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DryRunOperationException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidSignatureException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.SignRequest;

class KmsTest {

  private static final byte[] MESSAGE = "statement".getBytes(StandardCharsets.UTF_8);

  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());
  private final Clients clients = Clients.root(aws);
  private final KmsClient kms = clients.kms();

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  private String signingKey() {
    String id =
        kms.createKey(key -> key.keySpec("ECC_NIST_P384").keyUsage("SIGN_VERIFY"))
            .keyMetadata()
            .keyId();
    kms.createAlias(a -> a.aliasName("alias/sallyport-evidence-signing").targetKeyId(id));
    return "alias/sallyport-evidence-signing";
  }

  private static SignRequest request(String key, byte[] message, MessageType type) {
    return SignRequest.builder()
        .keyId(key)
        .message(SdkBytes.fromByteArray(message))
        .messageType(type)
        .signingAlgorithm("ECDSA_SHA_384")
        .build();
  }

  @Test
  void a_signature_over_the_text_or_its_digest_is_verified_by_the_jdk()
      throws GeneralSecurityException {
    String key = signingKey();
    byte[] digest = MessageDigest.getInstance("SHA-384").digest(MESSAGE);
    for (SignRequest each :
        new SignRequest[] {
          request(key, MESSAGE, MessageType.RAW), request(key, digest, MessageType.DIGEST)
        }) {
      byte[] signature = kms.sign(each).signature().asByteArray();
      Signature verifier = Signature.getInstance("SHA384withECDSA");
      verifier.initVerify(
          KeyFactory.getInstance("EC")
              .generatePublic(
                  new X509EncodedKeySpec(
                      kms.getPublicKey(k -> k.keyId(key)).publicKey().asByteArray())));
      verifier.update(MESSAGE);
      assertThat(verifier.verify(signature)).isTrue();
    }
  }

  @Test
  void a_wrong_signature_a_long_text_and_a_dry_run_are_refused() {
    String key = signingKey();
    SdkBytes signature = kms.sign(request(key, MESSAGE, MessageType.RAW)).signature();
    assertThatThrownBy(
            () ->
                kms.verify(
                    v ->
                        v.keyId(key)
                            .message(SdkBytes.fromUtf8String("other"))
                            .signature(signature)
                            .signingAlgorithm("ECDSA_SHA_384")))
        .isInstanceOf(KmsInvalidSignatureException.class);
    assertThatThrownBy(() -> kms.sign(request(key, new byte[4097], MessageType.RAW)))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("Message is 4097 bytes; the limit is 1 to 4096");
    assertThatThrownBy(() -> kms.sign(request(key, MESSAGE, MessageType.DIGEST)))
        .hasMessageContaining("Digest is invalid length for algorithm ECDSA_SHA_384.");
    assertThatThrownBy(
            () -> kms.sign(request(key, MESSAGE, MessageType.RAW).toBuilder().dryRun(true).build()))
        .isInstanceOf(DryRunOperationException.class);
    assertThatThrownBy(() -> kms.describeKey(k -> k.keyId("alias/none")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void what_is_sealed_opens_with_its_context_only() {
    String key = kms.createKey().keyMetadata().keyId();
    String other = kms.createKey().keyMetadata().keyId();
    Map<String, String> context = Map.of("program", "sentinel");
    SdkBytes sealed =
        kms.encrypt(
                e ->
                    e.keyId(key).plaintext(SdkBytes.fromUtf8String("a")).encryptionContext(context))
            .ciphertextBlob();
    assertThatThrownBy(() -> kms.decrypt(d -> d.ciphertextBlob(sealed)))
        .isInstanceOf(InvalidCiphertextException.class);
    SdkBytes moved =
        kms.reEncrypt(
                r ->
                    r.ciphertextBlob(sealed)
                        .sourceEncryptionContext(context)
                        .destinationKeyId(other))
            .ciphertextBlob();
    assertThat(kms.decrypt(d -> d.ciphertextBlob(moved)).plaintext().asUtf8String()).isEqualTo("a");
    var data = kms.generateDataKey(g -> g.keyId(key).keySpec("AES_256"));
    assertThat(kms.decrypt(d -> d.ciphertextBlob(data.ciphertextBlob())).plaintext())
        .isEqualTo(data.plaintext());
  }

  @Test
  void rotation_policy_and_aliases_come_back_as_they_were_put() {
    String key = kms.createKey(k -> k.description("data")).keyMetadata().keyId();
    assertThat(kms.getKeyRotationStatus(k -> k.keyId(key)).keyRotationEnabled()).isFalse();
    kms.enableKeyRotation(k -> k.keyId(key));
    kms.createAlias(a -> a.aliasName("alias/sallyport-data").targetKeyId(key));
    assertThat(kms.getKeyRotationStatus(k -> k.keyId(key)).keyRotationEnabled()).isTrue();
    assertThat(kms.listAliases().aliases())
        .extracting(alias -> alias.aliasName() + " " + alias.targetKeyId())
        .containsExactly("alias/sallyport-data " + key);
    assertThat(kms.getKeyPolicy(k -> k.keyId(key)).policy()).contains("kms:*");
  }
}
