package io.sallyport.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority and one signer of images: makes Notation signatures (Notary Project JWS envelope,
 * ES384) and Trivy reports for images that the local boundary seeds. Nothing of the product.
 *
 * @param authority the trust anchor
 * @param signer the leaf certificate, whose subject is the signer's identity
 */
public record ImageSigning(X509Certificate authority, X509Certificate signer, PrivateKey key) {

  private static final String PAYLOAD_TYPE = "application/vnd.cncf.notary.payload.v1+json";
  private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A new authority with a signer of this name: its identity is {@code CN=<name>}. */
  public static ImageSigning create(String name, Instant now) {
    return create(name, now.minus(Duration.ofDays(1)), Duration.ofDays(3650));
  }

  /** The same, with certificates that begin and end at given times. */
  public static ImageSigning create(String name, Instant from, Duration lifetime) {
    try {
      KeyPair root = pair();
      KeyPair leaf = pair();
      Instant until = from.plus(lifetime);
      X500Name rootName = new X500Name("CN=" + name + " authority");
      JcaX509v3CertificateBuilder rootCertificate =
          new JcaX509v3CertificateBuilder(
              rootName,
              BigInteger.ONE,
              Date.from(from),
              Date.from(until),
              rootName,
              root.getPublic());
      rootCertificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      rootCertificate.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      JcaX509v3CertificateBuilder leafCertificate =
          new JcaX509v3CertificateBuilder(
              rootName,
              BigInteger.TWO,
              Date.from(from),
              Date.from(until),
              new X500Name("CN=" + name),
              leaf.getPublic());
      leafCertificate.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      leafCertificate.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning));
      return new ImageSigning(
          signed(rootCertificate, root), signed(leafCertificate, root), leaf.getPrivate());
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException impossible) {
      throw new IllegalStateException("making certificates for " + name, impossible);
    }
  }

  /** A signature in force for a year over the manifest of this digest and size. */
  public byte[] sign(String manifestDigest, long manifestSizeBytes, Instant now) {
    Map<String, Object> header = header(now, now.plus(Duration.ofDays(365)));
    return envelope(header, payload(manifestDigest, manifestSizeBytes));
  }

  /** The same, as AWS Signer's plugin does it: the version of the profile is signed with it. */
  public byte[] signBy(String profileVersion, String digest, long sizeBytes, Instant now) {
    Map<String, Object> header = header(now, now.plus(Duration.ofDays(365)));
    header.put("com.amazonaws.signer.signingProfileVersion", profileVersion);
    return envelope(header, payload(digest, sizeBytes));
  }

  /** The protected header that {@link #sign} uses, to be spoilt by a test. */
  public Map<String, Object> header(Instant signedAt, Instant expiry) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "ES384");
    header.put("cty", PAYLOAD_TYPE);
    header.put("crit", List.of("io.cncf.notary.signingScheme", "io.cncf.notary.expiry"));
    header.put("io.cncf.notary.signingScheme", "notary.x509");
    header.put("io.cncf.notary.signingTime", time(signedAt));
    header.put("io.cncf.notary.expiry", time(expiry));
    return header;
  }

  /** The payload that {@link #sign} uses. */
  public static Map<String, Object> payload(String manifestDigest, long manifestSizeBytes) {
    return Map.of(
        "targetArtifact",
        Map.of("mediaType", MANIFEST_TYPE, "digest", manifestDigest, "size", manifestSizeBytes));
  }

  /** A correctly signed envelope with this header and payload, whatever they say. */
  public byte[] envelope(Map<String, Object> header, Map<String, Object> payload) {
    try {
      String head = base64(JSON.writeValueAsBytes(header));
      String body = base64(JSON.writeValueAsBytes(payload));
      Signature signature = Signature.getInstance("SHA384withECDSAinP1363Format");
      signature.initSign(key);
      signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
      Map<String, Object> envelope = new LinkedHashMap<>();
      envelope.put("payload", body);
      envelope.put("protected", head);
      envelope.put("header", Map.of("x5c", List.of(der(signer), der(authority))));
      envelope.put("signature", base64(signature.sign()));
      return JSON.writeValueAsBytes(envelope);
    } catch (GeneralSecurityException | JsonProcessingException impossible) {
      throw new IllegalStateException("signing", impossible);
    }
  }

  /** A Trivy report about {@code repository@digest}, one vulnerability per given severity. */
  public static byte[] trivyReport(
      String repository, String digest, Instant createdAt, String... severities) {
    List<Map<String, String>> vulnerabilities = new ArrayList<>();
    for (String severity : severities) {
      vulnerabilities.add(
          Map.of(
              "VulnerabilityID",
              "CVE-2026-" + (1000 + vulnerabilities.size()),
              "PkgName",
              "example",
              "InstalledVersion",
              "1.0",
              "Severity",
              severity));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("Target", repository + " (alpine 3.22)");
    result.put("Class", "os-pkgs");
    result.put("Type", "alpine");
    if (!vulnerabilities.isEmpty()) {
      result.put("Vulnerabilities", vulnerabilities);
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("SchemaVersion", 2);
    report.put("CreatedAt", createdAt.toString());
    report.put("ArtifactName", repository + "@" + digest);
    report.put("ArtifactType", "container_image");
    report.put("Metadata", Map.of("RepoDigests", List.of(repository + "@" + digest)));
    report.put("Results", List.of(result));
    try {
      return JSON.writeValueAsBytes(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("writing a report", impossible);
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    return generator.generateKeyPair();
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder certificate, KeyPair root)
      throws OperatorCreationException, CertificateException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            certificate.build(
                new JcaContentSignerBuilder("SHA384withECDSA").build(root.getPrivate())));
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String der(X509Certificate certificate) throws CertificateException {
    return Base64.getEncoder().encodeToString(certificate.getEncoded());
  }
}
