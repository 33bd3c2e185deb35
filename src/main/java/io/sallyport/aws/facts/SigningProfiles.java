package io.sallyport.aws.facts;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.signer.SignerClient;
import software.amazon.awssdk.services.signer.model.GetSigningProfileResponse;
import software.amazon.awssdk.services.signer.model.ResourceNotFoundException;

/** Live facts about who signs images: AWS Signer's profiles (S10). */
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

  private static SigningProfileFacts facts(GetSigningProfileResponse profile) {
    return new SigningProfileFacts(
        profile.profileVersionArn(),
        profile.statusAsString(),
        profile.revocationRecord() == null
            ? Instant.MAX
            : profile.revocationRecord().revocationEffectiveFrom());
  }
}
