package io.sallyport.aws.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.signer.SignerClient;
import software.amazon.awssdk.services.signer.model.GetSigningProfileResponse;
import software.amazon.awssdk.services.signer.model.ResourceNotFoundException;

/** Live facts about who signs images: AWS Signer's profiles and what was revoked (S10). */
@Component
public class SigningProfiles {

  private final SignerClient signer;

  public SigningProfiles(SignerClient signer) {
    this.signer = signer;
  }

  /** Empty if there is no such profile. */
  public Optional<SigningProfileFacts> find(String profileName) {
    try {
      return Optional.of(facts(signer.getSigningProfile(get -> get.profileName(profileName))));
    } catch (ResourceNotFoundException absent) {
      return Optional.empty();
    }
  }

  /**
   * What of a signature was revoked: ARNs and hashes among those asked for; empty: nothing was.
   *
   * @param certificateHashes of each certificate of the chain, as Signer defines them
   */
  public List<String> revoked(
      SigningProfileFacts profile,
      String jobArn,
      Instant signedAt,
      Collection<String> certificateHashes) {
    return signer
        .getRevocationStatus(
            get ->
                get.platformId(profile.platform())
                    .profileVersionArn(profile.versionArn())
                    .jobArn(jobArn)
                    .signatureTimestamp(signedAt)
                    .certificateHashes(certificateHashes))
        .revokedEntities();
  }

  private static SigningProfileFacts facts(GetSigningProfileResponse profile) {
    return new SigningProfileFacts(
        profile.profileName(),
        profile.profileVersionArn(),
        profile.platformId(),
        profile.statusAsString(),
        profile.revocationRecord() == null
            ? Instant.MAX
            : profile.revocationRecord().revocationEffectiveFrom());
  }
}
