package io.sallyport.gates.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.facts.SigningProfiles;
import io.sallyport.gates.Settings;
import io.sallyport.local.aws.ImageSigning;
import io.sallyport.local.aws.ecr.Images;
import io.sallyport.local.aws.signer.Signer;
import io.sallyport.rules.security.ImageFacts;
import io.sallyport.rules.security.ScanFacts;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageEvidenceTest {

  private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
  private static final String SIGNATURE = "application/vnd.cncf.notary.signature";
  private static final String ENVELOPE = "application/jose+json";
  private static final String REPORT = "application/vnd.aquasec.trivy.report+json";

  private final Instant now = Instant.now();
  private final ImageSigning signing = ImageSigning.create("aws-signer", now);
  private final OnLocalAws local = new OnLocalAws();
  private final Images registry = local.aws().backstage().images();
  private final Signer signer = local.aws().backstage().signer();
  private final String ours = signer.profile("sallyport_images", "a1b2c3d4e5");
  private final String other = signer.profile("other_images", "b1b2c3d4e5");
  private final ImageUri image = local.image("sentinel/trainer", "true");

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S10_a_signing_authority_s_signature_holds_by_its_own_trust_anchors_only() throws Exception {
    List<String> anchor = List.of(pem(signing.authority()));
    signBySigningAuthority();

    assertThat(facts(settings(List.of(), anchor)).signature())
        .returns(true, SignatureFacts::trusted)
        .returns(false, SignatureFacts::revoked)
        .returns(image.digest(), SignatureFacts::targetDigest);
    assertThat(facts(settings(anchor, List.of())).signature())
        .returns(false, SignatureFacts::trusted)
        .returns("no trust anchor is set for its signing scheme", SignatureFacts::problem);
  }

  @Test
  void S10_the_profile_that_signed_is_asked_whether_it_was_revoked() throws Exception {
    sign(image.digest(), ours);
    assertThat(facts().signature().revoked()).isFalse();

    signer.revoke(other);
    assertThat(facts().signature().revoked()).isFalse();

    signer.revoke(ours);
    assertThat(facts().signature().revoked()).isTrue();
  }

  @Test
  void S10_a_signer_that_nobody_can_ask_about_counts_as_revoked() throws Exception {
    byte[] plain = signing.sign(image.digest(), size(image.digest()), now);
    refer(image.digest(), SIGNATURE, ENVELOPE, plain);
    assertThat(facts().signature()).returns(true, SignatureFacts::trusted);
    assertThat(facts().signature().revoked()).isTrue();

    sign(image.digest(), profile(ours) + "_of_nobody/a1b2c3d4e5");
    assertThat(facts().signature().revoked()).isTrue();
  }

  @Test
  void S10_a_signature_of_somebody_else_does_not_hide_the_one_that_counts() throws Exception {
    sign(image.digest(), other);
    sign(image.digest(), ours);

    assertThat(facts().signature())
        .returns(profile(ours), SignatureFacts::profile)
        .returns(false, SignatureFacts::revoked);
  }

  @Test
  void S10_a_newer_report_that_nobody_signed_does_not_hide_a_signed_one() throws Exception {
    sign(scan(image.digest(), now.minus(Duration.ofDays(2))), ours);
    sign(scan(image.digest(), now.minus(Duration.ofDays(1))), ours);
    scan(image.digest(), now);

    assertThat(facts().scan())
        .returns(now.minus(Duration.ofDays(1)), ScanFacts::scannedAt)
        .returns(true, scan -> scan.signature().trusted());
  }

  @Test
  void S10_a_signed_report_about_another_image_does_not_hide_the_one_about_this() throws Exception {
    sign(scan(image.digest(), now.minus(Duration.ofDays(1))), ours);
    sign(scan("sha256:" + "e".repeat(64), now), ours);

    assertThat(facts().scan().scannedDigest()).isEqualTo(image.digest());
  }

  private ImageFacts facts() throws CertificateEncodingException {
    return facts(settings(List.of(pem(signing.authority())), List.of()));
  }

  private ImageFacts facts(Settings settings) {
    return new ImageEvidence(
            new io.sallyport.aws.facts.Images(local.clients().ecr(), local.clients().plainHttp()),
            new SigningProfiles(local.clients().signer()),
            settings,
            Clock.systemUTC())
        .of(ImageFacts.Role.TRAINING, image.value());
  }

  private Settings settings(List<String> trustAnchors, List<String> signingAuthorities) {
    return new Settings(
        trustAnchors,
        signingAuthorities,
        List.of(profile(ours)),
        List.of(profile(ours)),
        Duration.ofDays(3));
  }

  private static String profile(String version) {
    return version.substring(0, version.lastIndexOf('/'));
  }

  private void sign(String digest, String profileVersion) {
    byte[] envelope = signing.signBy(profileVersion, digest, size(digest), now);
    refer(digest, SIGNATURE, ENVELOPE, envelope);
  }

  private void signBySigningAuthority() {
    Map<String, Object> header = signing.header(now, now.plus(Duration.ofDays(1)));
    header.remove("io.cncf.notary.signingTime");
    header.put("io.cncf.notary.signingScheme", "notary.x509.signingAuthority");
    header.put("io.cncf.notary.authenticSigningTime", now.minusSeconds(60).toString());
    header.put("com.amazonaws.signer.signingProfileVersion", ours);
    byte[] envelope =
        signing.envelope(header, ImageSigning.payload(image.digest(), size(image.digest())));
    refer(image.digest(), SIGNATURE, ENVELOPE, envelope);
  }

  /** A report that refers to the image and is about this digest; gives its own. */
  private String scan(String about, Instant at) {
    String name = Images.REGISTRY + "/" + image.repository();
    byte[] report = ImageSigning.trivyReport(name, about, at);
    return refer(image.digest(), REPORT, "application/json", report);
  }

  private int size(String digest) {
    return registry.manifestSizeBytes(image.repository(), digest);
  }

  private String refer(String subject, String type, String layerType, byte[] layer) {
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"%s","artifactType":"%s",\
        "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},\
        "layers":[{"mediaType":"%s","digest":"%s","size":%d}],\
        "subject":{"mediaType":"%s","digest":"%s","size":%d}}"""
            .formatted(
                OCI,
                type,
                registry.blob("{}".getBytes(StandardCharsets.UTF_8)),
                layerType,
                registry.blob(layer),
                layer.length,
                OCI,
                subject,
                size(subject));
    return registry.put(image.repository(), manifest, OCI, Optional.empty());
  }

  private static String pem(X509Certificate certificate) throws CertificateEncodingException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
