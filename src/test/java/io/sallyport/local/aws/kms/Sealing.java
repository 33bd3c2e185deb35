package io.sallyport.local.aws.kms;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Ids;
import io.sallyport.local.aws.protocol.AwsError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.ReEncryptRequest;
import software.amazon.awssdk.services.kms.model.ReEncryptResponse;

/** Encryption with symmetric keys: key id, nonce and AES-GCM text, bound to the context. */
final class Sealing {

  private static final int PLAIN_BYTES_MAX = 4096;
  private static final int ID_BYTES = 36;
  private static final int NONCE_BYTES = 12;

  private final Keyring keyring;
  private final Ids ids;

  Sealing(Keyring keyring, Ids ids) {
    this.keyring = keyring;
    this.ids = ids;
  }

  EncryptResponse encrypt(EncryptRequest request, Call call) {
    Key key = symmetric(request.keyId());
    byte[] plain = request.plaintext().asByteArray();
    if (plain.length > PLAIN_BYTES_MAX) {
      throw AwsError.validation(
          "Plaintext is %d bytes; the limit is %d".formatted(plain.length, PLAIN_BYTES_MAX));
    }
    return EncryptResponse.builder()
        .keyId(key.arn())
        .encryptionAlgorithm("SYMMETRIC_DEFAULT")
        .ciphertextBlob(SdkBytes.fromByteArray(seal(key, plain, request.encryptionContext())))
        .build();
  }

  DecryptResponse decrypt(DecryptRequest request, Call call) {
    Key key = keyOf(request.ciphertextBlob());
    if (request.keyId() != null && !keyring.arn(request.keyId()).equals(key.arn())) {
      throw AwsError.bad("IncorrectKeyException", "The key is not the one that encrypted");
    }
    byte[] plain = open(key, request.ciphertextBlob(), request.encryptionContext());
    return DecryptResponse.builder()
        .keyId(key.arn())
        .encryptionAlgorithm("SYMMETRIC_DEFAULT")
        .plaintext(SdkBytes.fromByteArray(plain))
        .build();
  }

  GenerateDataKeyResponse dataKey(GenerateDataKeyRequest request, Call call) {
    Key key = symmetric(request.keyId());
    int bytes =
        request.numberOfBytes() != null
            ? request.numberOfBytes()
            : "AES_128".equals(request.keySpecAsString()) ? 16 : 32;
    byte[] plain = ids.bytes(bytes);
    return GenerateDataKeyResponse.builder()
        .keyId(key.arn())
        .plaintext(SdkBytes.fromByteArray(plain))
        .ciphertextBlob(SdkBytes.fromByteArray(seal(key, plain, request.encryptionContext())))
        .build();
  }

  ReEncryptResponse reEncrypt(ReEncryptRequest request, Call call) {
    Key from = keyOf(request.ciphertextBlob());
    Key to = symmetric(request.destinationKeyId());
    byte[] plain = open(from, request.ciphertextBlob(), request.sourceEncryptionContext());
    byte[] sealed = seal(to, plain, request.destinationEncryptionContext());
    return ReEncryptResponse.builder()
        .sourceKeyId(from.arn())
        .keyId(to.arn())
        .ciphertextBlob(SdkBytes.fromByteArray(sealed))
        .build();
  }

  private Key symmetric(String name) {
    Key key = keyring.key(name);
    if (!key.isSymmetric()) {
      throw AwsError.bad("InvalidKeyUsageException", key.arn() + " key usage is SIGN_VERIFY");
    }
    return key;
  }

  /** The key that made a ciphertext, by the id at its beginning. */
  Key keyOf(SdkBytes ciphertext) {
    byte[] bytes = ciphertext.asByteArray();
    if (bytes.length < ID_BYTES + NONCE_BYTES) {
      throw invalid();
    }
    return keyring.key(new String(bytes, 0, ID_BYTES, StandardCharsets.US_ASCII));
  }

  private byte[] seal(Key key, byte[] plain, Map<String, String> context) {
    byte[] nonce = ids.bytes(NONCE_BYTES);
    try {
      byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + text.length)
          .put(key.id().getBytes(StandardCharsets.US_ASCII))
          .put(nonce)
          .put(text)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] open(Key key, SdkBytes ciphertext, Map<String, String> context) {
    ByteBuffer bytes = ciphertext.asByteBuffer();
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.position(ID_BYTES);
    bytes.get(nonce);
    byte[] text = new byte[bytes.remaining()];
    bytes.get(text);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(text);
    } catch (GeneralSecurityException e) {
      throw invalid();
    }
  }

  private static AwsError invalid() {
    return AwsError.bad("InvalidCiphertextException", "The ciphertext is not valid");
  }

  private static Cipher cipher(int mode, Key key, byte[] nonce, Map<String, String> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
