package io.sallyport.local.aws.kms;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.protocol.AwsError;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.VerifyRequest;
import software.amazon.awssdk.services.kms.model.VerifyResponse;

/** Signing with keys on the NIST curves; a digest is signed as it is, never hashed again. */
final class Signing {

  private static final int RAW_BYTES_MAX = 4096;

  private final Keyring keyring;

  Signing(Keyring keyring) {
    this.keyring = keyring;
  }

  static String algorithm(Key key) {
    return key.spec().equals("ECC_NIST_P384") ? "ECDSA_SHA_384" : "ECDSA_SHA_256";
  }

  GetPublicKeyResponse publicKey(GetPublicKeyRequest request, Call call) {
    Key key = signingKey(request.keyId());
    return GetPublicKeyResponse.builder()
        .keyId(key.arn())
        .keySpec(key.spec())
        .keyUsage(key.usage())
        .publicKey(SdkBytes.fromByteArray(key.publicKey()))
        .signingAlgorithmsWithStrings(algorithm(key))
        .build();
  }

  private Key signingKey(String name) {
    Key key = keyring.key(name);
    if (key.isSymmetric()) {
      throw AwsError.bad("InvalidKeyUsageException", key.arn() + " key usage is ENCRYPT_DECRYPT");
    }
    return key;
  }

  SignResponse sign(SignRequest request, Call call) {
    Key key = signingKey(request.keyId());
    byte[] message = request.message().asByteArray();
    Signature signer =
        signer(key, message, request.messageType(), request.signingAlgorithmAsString());
    refuseDryRun(request.dryRun());
    try {
      signer.initSign(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.secret())));
      signer.update(message);
      return SignResponse.builder()
          .keyId(key.arn())
          .signature(SdkBytes.fromByteArray(signer.sign()))
          .signingAlgorithm(request.signingAlgorithmAsString())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  VerifyResponse verify(VerifyRequest request, Call call) {
    Key key = signingKey(request.keyId());
    byte[] message = request.message().asByteArray();
    Signature verifier =
        signer(key, message, request.messageType(), request.signingAlgorithmAsString());
    refuseDryRun(request.dryRun());
    if (!isRight(verifier, key, message, request.signature().asByteArray())) {
      throw AwsError.bad("KMSInvalidSignatureException", "The signature is not valid");
    }
    return VerifyResponse.builder()
        .keyId(key.arn())
        .signatureValid(true)
        .signingAlgorithm(request.signingAlgorithmAsString())
        .build();
  }

  private static boolean isRight(Signature verifier, Key key, byte[] message, byte[] signature) {
    try {
      verifier.initVerify(
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.publicKey())));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Signature signer(Key key, byte[] message, MessageType type, String algorithm) {
    if (!algorithm(key).equals(algorithm)) {
      throw AwsError.bad(
          "InvalidKeyUsageException",
          "Algorithm " + algorithm + " is incompatible with key spec " + key.spec() + ".");
    }
    boolean isDigest = type == MessageType.DIGEST;
    int digestBytes = algorithm.endsWith("384") ? 48 : 32;
    if (isDigest && message.length != digestBytes) {
      throw AwsError.validation("Digest is invalid length for algorithm " + algorithm + ".");
    }
    if (!isDigest && (message.length == 0 || message.length > RAW_BYTES_MAX)) {
      throw AwsError.validation(
          "Message is %d bytes; the limit is 1 to %d".formatted(message.length, RAW_BYTES_MAX));
    }
    String jdk = digestBytes == 48 ? "SHA384withECDSA" : "SHA256withECDSA";
    try {
      return Signature.getInstance(isDigest ? "NONEwithECDSA" : jdk);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refuseDryRun(Boolean dryRun) {
    if (Boolean.TRUE.equals(dryRun)) {
      throw new AwsError(
          "DryRunOperationException",
          412,
          "The request would have succeeded, but the DryRun option is set.");
    }
  }
}
