package io.sallyport.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.facts.SigningProfiles;
import io.sallyport.local.aws.ImageSigning;
import io.sallyport.local.aws.ecr.Images;
import io.sallyport.rules.security.ImageFacts;
import io.sallyport.rules.security.SignatureFacts;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageEvidenceTest {

  private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
  private static final String PROFILE = "sallyport_images";

  private final Instant now = Instant.now();
  private final ImageSigning signing = ImageSigning.create("aws-signer", now);

  @Test
  void S10_a_signing_authority_s_signature_holds_by_its_own_trust_anchors_only() throws Exception {
    List<String> anchor = List.of(pem(signing.authority()));
    try (OnLocalAws local = new OnLocalAws()) {
      local.aws().backstage().signer().profile(PROFILE, "a1b2c3d4e5");
      ImageUri image = local.image("sentinel/trainer", "true");
      signBySigningAuthority(local.aws().backstage().images(), image);

      assertThat(signature(local, image, settings(List.of(), anchor)))
          .returns(true, SignatureFacts::trusted)
          .returns(false, SignatureFacts::revoked)
          .returns(image.digest(), SignatureFacts::targetDigest);
      assertThat(signature(local, image, settings(anchor, List.of())))
          .returns(false, SignatureFacts::trusted)
          .returns("no trust anchor is set for its signing scheme", SignatureFacts::problem);
    }
  }

  private static SignatureFacts signature(OnLocalAws local, ImageUri image, Settings settings) {
    return new ImageEvidence(
            new io.sallyport.aws.facts.Images(local.clients().ecr(), local.clients().plainHttp()),
            new SigningProfiles(local.clients().signer()),
            settings,
            Clock.systemUTC())
        .of(ImageFacts.Role.TRAINING, image.value())
        .signature();
  }

  private static Settings settings(List<String> trustAnchors, List<String> signingAuthorities) {
    return new Settings(
        trustAnchors, signingAuthorities, List.of(), List.of(), PROFILE, Duration.ofDays(3));
  }

  private void signBySigningAuthority(Images images, ImageUri image) {
    int size = images.manifestSizeBytes(image.repository(), image.digest());
    Map<String, Object> header = signing.header(now, now.plus(Duration.ofDays(1)));
    header.remove("io.cncf.notary.signingTime");
    header.put("io.cncf.notary.signingScheme", "notary.x509.signingAuthority");
    header.put("io.cncf.notary.authenticSigningTime", now.minusSeconds(60).toString());
    byte[] envelope = signing.envelope(header, ImageSigning.payload(image.digest(), size));
    images.put(
        image.repository(),
        """
        {"schemaVersion":2,"mediaType":"%s","artifactType":"application/vnd.cncf.notary.signature",\
        "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},\
        "layers":[{"mediaType":"application/jose+json","digest":"%s","size":%d}],\
        "subject":{"mediaType":"%s","digest":"%s","size":%d}}"""
            .formatted(
                OCI,
                images.blob("{}".getBytes(StandardCharsets.UTF_8)),
                images.blob(envelope),
                envelope.length,
                OCI,
                image.digest(),
                size),
        OCI,
        Optional.empty());
  }

  private static String pem(X509Certificate certificate) throws CertificateEncodingException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
