package io.sallyport.gates;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gates.
 *
 * @param trustAnchors certificates (PEM) at which chains of image signatures must end (scheme
 *     {@code notary.x509})
 * @param signingAuthorities the same for signatures of a signing authority, which vouches for the
 *     time of signing (scheme {@code notary.x509.signingAuthority}): the roots in AWS Signer's
 *     trust store {@code aws-us-gov-signer-ts}
 * @param imageSigners profiles whose signatures on images count
 * @param scanners identities whose signatures on scan reports count
 * @param signingProfile the AWS Signer profile whose revocation is asked for
 * @param decisionTime how long a named authority has before the task is overdue
 */
@ConfigurationProperties("sallyport.gates")
record Settings(
    @DefaultValue List<String> trustAnchors,
    @DefaultValue List<String> signingAuthorities,
    @DefaultValue List<String> imageSigners,
    @DefaultValue List<String> scanners,
    @DefaultValue("") String signingProfile,
    @DefaultValue("3d") Duration decisionTime) {}
