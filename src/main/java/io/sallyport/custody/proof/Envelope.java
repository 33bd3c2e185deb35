package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A signed statement (DSSE v1): the payload's exact bytes, and signatures over their
 * pre-authentication encoding. Verify and parse the same bytes; never re-read the envelope.
 */
public record Envelope(String payloadType, Bytes payload, List<Signed> signatures) {

  /** The media type of every in-toto statement. */
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  /**
   * One signature.
   *
   * @param keyId SHA-256 of the key's DER SubjectPublicKeyInfo, hex; a hint, not authenticated
   * @param signature ECDSA P-384 over SHA-384, DER
   */
  public record Signed(String keyId, Bytes signature) {}

  public Envelope {
    signatures = List.copyOf(signatures);
  }

  /** The bytes that are signed: {@code DSSEv1 <len> <type> <len> <payload>}. */
  public static byte[] preAuthenticationEncoding(String payloadType, Bytes payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream encoding = new ByteArrayOutputStream();
    encoding.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.UTF_8));
    encoding.writeBytes(type);
    encoding.writeBytes((" " + payload.length() + " ").getBytes(StandardCharsets.UTF_8));
    encoding.writeBytes(payload.toArray());
    return encoding.toByteArray();
  }

  public static String keyId(PublicKey key) {
    return Digest.of(key.getEncoded()).hex();
  }

  /** Whether {@code key} made one of the signatures over exactly this payload. */
  public boolean isSignedBy(PublicKey key) {
    byte[] signed = preAuthenticationEncoding(payloadType, payload);
    return signatures.stream()
        .filter(signature -> signature.keyId().equals(keyId(key)))
        .anyMatch(signature -> verifies(key, signed, signature.signature()));
  }

  private static boolean verifies(PublicKey key, byte[] signed, Bytes signature) {
    try {
      Signature verifier = Signature.getInstance("SHA384withECDSA");
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /** The envelope as canonical JSON. */
  public byte[] toBytes() {
    List<Map<String, String>> signed = new ArrayList<>();
    for (Signed signature : signatures) {
      signed.add(Map.of("keyid", signature.keyId(), "sig", signature.signature().toBase64()));
    }
    return CanonicalJson.write(
        Map.of(
            "payload", payload.toBase64(),
            "payloadType", payloadType,
            "signatures", signed));
  }

  /** Reads an envelope; refuses one without a signature. Both base64 alphabets are accepted. */
  public static Envelope parse(byte[] bytes) {
    JsonNode json = CanonicalJson.read(bytes);
    List<Signed> signatures = new ArrayList<>();
    for (JsonNode signature : json.path("signatures")) {
      signatures.add(
          new Signed(
              signature.path("keyid").asText(), Bytes.base64(signature.path("sig").asText())));
    }
    if (signatures.isEmpty()) {
      throw new IllegalArgumentException("An envelope has at least one signature; this has none");
    }
    return new Envelope(
        json.path("payloadType").asText(), Bytes.base64(json.path("payload").asText()), signatures);
  }

  /** SHA-256 of the envelope's canonical bytes: its name in facts and in storage. */
  public Digest digest() {
    return Digest.of(toBytes());
  }
}
