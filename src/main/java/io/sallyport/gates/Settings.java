package io.sallyport.gates;

import io.sallyport.rules.Refused;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the gates.
 *
 * @param trustAnchors certificates (PEM) at which chains of image signatures must end (scheme
 *     {@code notary.x509})
 * @param signingAuthorities the same for signatures of a signing authority, which vouches for the
 *     time of signing (scheme {@code notary.x509.signingAuthority}): the roots in AWS Signer's
 *     trust store {@code aws-us-gov-signer-ts}
 * @param imageSigners profiles of AWS Signer whose signatures on images count, by ARN without
 *     version; each is asked whether it was revoked
 * @param scanners the same for signatures on scan reports
 * @param decisionTime how long a named authority has before the task is overdue
 */
@Validated
@ConfigurationProperties("sallyport.gates")
public record Settings(
    @DefaultValue List<String> trustAnchors,
    @DefaultValue List<String> signingAuthorities,
    @DefaultValue @NotEmpty List<String> imageSigners,
    @DefaultValue @NotEmpty List<String> scanners,
    @DefaultValue("3d") @DurationMin(hours = 1) @DurationMax(days = 30) Duration decisionTime) {

  /** Refuses a gate that could trust nobody. */
  public Settings {
    if (trustAnchors.isEmpty() && signingAuthorities.isEmpty()) {
      throw new Refused(
          "gates/a-chain-ends-somewhere",
          "sallyport.gates.trust-anchors",
          "empty, as sallyport.gates.signing-authorities",
          "at least 1 certificate");
    }
  }
}
