package io.sallyport.gates.security;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.facts.Blob;
import io.sallyport.aws.facts.Images;
import io.sallyport.aws.facts.RegistryManifest;
import io.sallyport.aws.facts.SigningProfiles;
import io.sallyport.gates.Settings;
import io.sallyport.rules.security.ImageFacts;
import io.sallyport.rules.security.NotationSignature;
import io.sallyport.rules.security.ScanFacts;
import io.sallyport.rules.security.SignatureFacts;
import io.sallyport.rules.security.TrivyReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What the registry holds about an image (S06, S10): its manifest, the signature over it, the scan
 * report that refers to it and the signature over that. Bytes are read here and judged by rules.
 */
@Component
class ImageEvidence {

  private static final String SIGNATURE_ENVELOPE = "application/jose+json";
  private static final String BUILDER = "io.sallyport.builder";
  private static final String BASE_IMAGE = "org.opencontainers.image.base.name";

  /** ARN of a profile of AWS Signer, without its version. */
  private static final Pattern PROFILE =
      Pattern.compile(
          "arn:aws[a-z-]*:signer:[a-z0-9-]+:[0-9]{12}:/signing-profiles/([A-Za-z0-9_]{2,64})");

  /** Bytes of a signature envelope with its certificates. */
  private static final int SIGNATURE_BYTES_MAX = 256 << 10;

  /** Bytes of a scan report of a large image. */
  private static final int REPORT_BYTES_MAX = 64 << 20;

  private final Images images;
  private final SigningProfiles profiles;
  private final Settings settings;
  private final Clock clock;

  ImageEvidence(Images images, SigningProfiles profiles, Settings settings, Clock clock) {
    this.images = images;
    this.profiles = profiles;
    this.settings = settings;
    this.clock = clock;
  }

  ImageFacts of(ImageFacts.Role role, String reference) {
    ImageUri image = new ImageUri(reference);
    return images
        .manifest(image)
        .map(manifest -> facts(role, image, manifest))
        .orElseGet(
            () ->
                new ImageFacts(
                    role, reference, "", 0, SignatureFacts.absent(), ScanFacts.absent(), "", ""));
  }

  private ImageFacts facts(ImageFacts.Role role, ImageUri image, RegistryManifest manifest) {
    Map<String, String> labels = new HashMap<>(images.labels(image, manifest));
    labels.putAll(manifest.annotations());
    List<RegistryManifest> referrers = images.referrers(image);
    return new ImageFacts(
        role,
        image.value(),
        manifest.digest(),
        manifest.sizeBytes(),
        signature(image, manifest, referrers, settings.imageSigners()),
        scan(image, referrers),
        labels.getOrDefault(BUILDER, ""),
        labels.getOrDefault(BASE_IMAGE, ""));
  }

  /** The signature that counts, if one does; else the one that comes nearest to it. */
  private SignatureFacts signature(
      ImageUri image,
      RegistryManifest signed,
      List<RegistryManifest> referrers,
      List<String> profiles) {
    return referrers.stream()
        .filter(RegistryManifest::isSignature)
        .map(manifest -> verified(image, manifest))
        .max(
            Comparator.comparing(
                    (SignatureFacts one) ->
                        one.countsFor(signed.digest(), signed.sizeBytes(), profiles))
                .thenComparing(SignatureFacts::trusted))
        .orElseGet(SignatureFacts::absent);
  }

  private SignatureFacts verified(ImageUri image, RegistryManifest manifest) {
    Optional<Blob> envelope =
        manifest.layers().stream()
            .filter(layer -> layer.mediaType().equals(SIGNATURE_ENVELOPE))
            .findFirst();
    if (envelope.isEmpty()) {
      return SignatureFacts.unreadable("the signature has no envelope");
    }
    Instant now = clock.instant();
    byte[] bytes = images.blob(image, envelope.get(), SIGNATURE_BYTES_MAX);
    SignatureFacts signature =
        new NotationSignature(
                certificates(settings.trustAnchors()),
                certificates(settings.signingAuthorities()),
                now)
            .verify(bytes);
    return signature.withRevoked(isRevoked(signature.profile(), now));
  }

  /**
   * Asked of whoever signed. A signer that is no profile of AWS Signer, or that cannot be found,
   * counts as revoked: silence never passes.
   */
  private boolean isRevoked(String profile, Instant now) {
    Matcher name = PROFILE.matcher(profile);
    if (!name.matches()) return true;
    return profiles
        .find(name.group(1))
        .filter(found -> found.versionArn().startsWith(profile + "/"))
        .map(found -> !found.countsAt(now))
        .orElse(true);
  }

  /** The newest report that a scanner signed about this image; else the newest of all. */
  private ScanFacts scan(ImageUri image, List<RegistryManifest> referrers) {
    return referrers.stream()
        .filter(RegistryManifest::isScanReport)
        .filter(manifest -> !manifest.layers().isEmpty())
        .map(manifest -> scan(image, manifest))
        .max(
            Comparator.comparing((ScanFacts scan) -> counts(scan, image))
                .thenComparing(ScanFacts::scannedAt))
        .orElseGet(ScanFacts::absent);
  }

  private boolean counts(ScanFacts scan, ImageUri image) {
    return scan.scannedDigest().equals(image.digest())
        && scan.signature()
            .countsFor(
                scan.reportManifestDigest(), scan.reportManifestSizeBytes(), settings.scanners());
  }

  private ScanFacts scan(ImageUri image, RegistryManifest report) {
    byte[] bytes = images.blob(image, report.layers().get(0), REPORT_BYTES_MAX);
    List<RegistryManifest> referrers = images.referrers(image, report.digest());
    SignatureFacts signature = signature(image, report, referrers, settings.scanners());
    return TrivyReport.read(bytes)
        .facts(image.digest(), report.digest(), report.sizeBytes(), signature);
  }

  private static List<X509Certificate> certificates(List<String> pems) {
    return pems.stream().map(ImageEvidence::certificate).toList();
  }

  private static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException malformed) {
      throw new IllegalStateException(
          "An anchor of sallyport.gates is no certificate: " + pem.lines().findFirst().orElse(""),
          malformed);
    }
  }
}
