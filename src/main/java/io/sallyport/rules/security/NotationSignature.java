package io.sallyport.rules.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges the bytes of a Notation signature: a JWS envelope of the Notary Project signature
 * specification (S10). What counts is the signed target's digest and size, never the unsigned
 * subject of the manifest that carries the envelope. Revocation is not in the bytes: every
 * signature counts as revoked until {@link SignatureFacts#withRevoked} says what the signing
 * service answered.
 */
public final class NotationSignature {

  private static final int ENVELOPE_BYTES_MAX = 256 * 1024;
  private static final String CONTENT_TYPE = "application/vnd.cncf.notary.payload.v1+json";
  private static final String NOTARY = "io.cncf.notary.";
  private static final String PLUGIN = NOTARY + "verificationPlugin";
  private static final String SIGNER_PLUGIN = "com.amazonaws.signer.notation.plugin";
  private static final String PROFILE = "com.amazonaws.signer.signingProfileVersion";
  private static final Set<String> UNDERSTOOD =
      Set.of(
          NOTARY + "signingScheme",
          NOTARY + "authenticSigningTime",
          NOTARY + "expiry",
          PLUGIN,
          PLUGIN + "MinVersion",
          "com.amazonaws.signer.signingJob",
          PROFILE);

  private final CertificateChain authorities;
  private final CertificateChain signingAuthorities;
  private final Instant now;

  /**
   * A verifier with the trust anchors of each scheme. They are kept apart because a signing
   * authority vouches for the time of signing: with any other key the time could be put back.
   */
  public NotationSignature(
      List<X509Certificate> trustAnchors, List<X509Certificate> signingAuthorities, Instant now) {
    this.authorities = new CertificateChain(trustAnchors);
    this.signingAuthorities = new CertificateChain(signingAuthorities);
    this.now = now;
  }

  /** What the envelope says and whether it holds; bytes that cannot be read are not trusted. */
  public SignatureFacts verify(byte[] envelope) {
    if (envelope.length > ENVELOPE_BYTES_MAX) {
      return SignatureFacts.unreadable(
          "envelope of more than %d bytes".formatted(ENVELOPE_BYTES_MAX));
    }
    try {
      return verify(StrictJson.object(envelope));
    } catch (StrictJson.NotStrict
        | ParseException
        | JOSEException
        | GeneralSecurityException
        | DateTimeException
        | IllegalArgumentException refused) {
      return SignatureFacts.unreadable(String.valueOf(refused.getMessage()));
    }
  }

  private SignatureFacts verify(JsonNode envelope)
      throws StrictJson.NotStrict, ParseException, JOSEException, GeneralSecurityException {
    Jws jws = Jws.of(envelope);
    JWSHeader header = jws.header();
    List<X509Certificate> certificates = CertificateChain.read(envelope.path("header").path("x5c"));
    JsonNode target = StrictJson.object(jws.payload().decode()).path("targetArtifact");
    Times times = times(header);
    String problem = problem(header, certificates, times);
    if (problem.isEmpty() && !jws.isSignedBy(certificates.get(0))) {
      problem = "the signature does not verify";
    }
    return new SignatureFacts(
        true,
        profile(header, certificates),
        StrictJson.text(target, "digest"),
        target.path("size").isIntegralNumber() ? target.path("size").asLong() : -1,
        problem.isEmpty(),
        times.expired(now),
        true, // until the signing service was asked
        unknownCritical(header),
        problem);
  }

  private String problem(JWSHeader header, List<X509Certificate> certificates, Times times) {
    if (!JWSAlgorithm.ES384.equals(header.getAlgorithm())) {
      return "algorithm " + header.getAlgorithm();
    }
    if (!CONTENT_TYPE.equals(header.getContentType())) {
      return "content type " + header.getContentType();
    }
    if (!times.schemeKnown()) {
      return "signing scheme " + times.scheme();
    }
    if (times.signedAt().isAfter(now)) {
      return "signed in the future";
    }
    Object plugin = header.getCustomParam(PLUGIN);
    if (plugin != null && !SIGNER_PLUGIN.equals(plugin)) {
      return "verification plugin " + plugin;
    }
    CertificateChain chain = times.vouchedFor() ? signingAuthorities : authorities;
    return chain.problem(certificates, times.vouchedFor() ? times.signedAt() : now);
  }

  /** The three parts of a JWS, as they are signed. */
  private record Jws(Base64URL head, Base64URL payload, Base64URL signature) {

    static Jws of(JsonNode envelope) throws StrictJson.NotStrict {
      return new Jws(
          new Base64URL(StrictJson.text(envelope, "protected")),
          new Base64URL(StrictJson.text(envelope, "payload")),
          new Base64URL(StrictJson.text(envelope, "signature")));
    }

    JWSHeader header() throws StrictJson.NotStrict, ParseException {
      StrictJson.object(head.decode()); // no name twice
      return JWSHeader.parse(head);
    }

    boolean isSignedBy(X509Certificate leaf)
        throws StrictJson.NotStrict, ParseException, JOSEException {
      if (!(leaf.getPublicKey() instanceof ECPublicKey key)) {
        return false;
      }
      JWSHeader header = header();
      Set<String> critical =
          header.getCriticalParams() == null ? Set.of() : header.getCriticalParams();
      byte[] signed = (head + "." + payload).getBytes(StandardCharsets.US_ASCII);
      return new ECDSAVerifier(key, critical).verify(header, signed, signature);
    }
  }

  private static List<String> unknownCritical(JWSHeader header) {
    Set<String> critical = header.getCriticalParams();
    if (critical == null || !critical.contains(NOTARY + "signingScheme")) {
      return List.of("signingScheme is not critical");
    }
    return critical.stream().filter(name -> !UNDERSTOOD.contains(name)).sorted().toList();
  }

  private static String profile(JWSHeader header, List<X509Certificate> certificates) {
    Object profile = header.getCustomParam(PROFILE);
    return profile instanceof String arn
        ? arn.replaceFirst("(/signing-profiles/[^/]+)/[^/]+$", "$1")
        : certificates.get(0).getSubjectX500Principal().getName();
  }

  private static Times times(JWSHeader header) {
    Map<String, Object> fields = header.getCustomParams();
    String scheme = String.valueOf(fields.get(NOTARY + "signingScheme"));
    String signedAt = Times.AUTHORITY.equals(scheme) ? "authenticSigningTime" : "signingTime";
    Object expiry = fields.get(NOTARY + "expiry");
    return new Times(
        scheme,
        instant(String.valueOf(fields.get(NOTARY + signedAt))),
        expiry == null ? Instant.MAX : instant(String.valueOf(expiry)));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** When it was signed, until when it holds; only the authority's scheme vouches for the time. */
  private record Times(String scheme, Instant signedAt, Instant expiry) {

    static final String AUTHORITY = "notary.x509.signingAuthority";

    boolean schemeKnown() {
      return vouchedFor() || scheme.equals("notary.x509");
    }

    boolean expired(Instant now) {
      return !now.isBefore(expiry);
    }

    boolean vouchedFor() {
      return scheme.equals(AUTHORITY);
    }
  }
}
