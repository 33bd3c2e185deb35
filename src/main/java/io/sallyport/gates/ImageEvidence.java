package io.sallyport.gates;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.facts.Blob;
import io.sallyport.aws.facts.Images;
import io.sallyport.aws.facts.RegistryManifest;
import io.sallyport.aws.facts.SigningProfiles;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the registry holds about an image (S06, S10): its manifest, the signature over it, the scan
 * report that refers to it and the signature over that. Bytes are read here and judged by rules.
 */
@Component
class ImageEvidence {

  private static final String NOTATION = "application/vnd.cncf.notary.signature";
  private static final String SIGNATURE_ENVELOPE = "application/jose+json";
  private static final String TRIVY_REPORT = "application/vnd.aquasec.trivy.report+json";
  private static final String BUILDER = "io.sallyport.builder";
  private static final String BASE_IMAGE = "org.opencontainers.image.base.name";

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
    return new ImageFacts(
        role,
        image.value(),
        manifest.digest(),
        manifest.sizeBytes(),
        signature(image, images.referrers(image)),
        scan(image),
        labels.getOrDefault(BUILDER, ""),
        labels.getOrDefault(BASE_IMAGE, ""));
  }

  private SignatureFacts signature(ImageUri image, List<RegistryManifest> referrers) {
    return referrers.stream()
        .filter(ImageEvidence::isSignature)
        .map(manifest -> verified(image, manifest))
        .reduce((one, other) -> one.trusted() ? one : other)
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
    return new NotationSignature(
            certificates(settings.trustAnchors()), certificates(settings.signingAuthorities()), now)
        .verify(bytes)
        .withRevoked(isRevoked(now));
  }

  /** A profile that cannot be found counts as revoked: silence never passes. */
  private boolean isRevoked(Instant now) {
    return profiles
        .find(settings.signingProfile())
        .map(profile -> !profile.countsAt(now))
        .orElse(true);
  }

  private ScanFacts scan(ImageUri image) {
    return images.referrers(image).stream()
        .filter(manifest -> manifest.artifactType().equals(TRIVY_REPORT))
        .filter(manifest -> !manifest.layers().isEmpty())
        .map(manifest -> scan(image, manifest))
        .reduce((one, other) -> one.scannedAt().isAfter(other.scannedAt()) ? one : other)
        .orElseGet(ScanFacts::absent);
  }

  private ScanFacts scan(ImageUri image, RegistryManifest report) {
    byte[] bytes = images.blob(image, report.layers().get(0), REPORT_BYTES_MAX);
    SignatureFacts signature = signature(image, images.referrers(image, report.digest()));
    return TrivyReport.read(bytes)
        .facts(image.digest(), report.digest(), report.sizeBytes(), signature);
  }

  private static boolean isSignature(RegistryManifest manifest) {
    return manifest.artifactType().equals(NOTATION)
        || manifest.config().mediaType().equals(NOTATION);
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
