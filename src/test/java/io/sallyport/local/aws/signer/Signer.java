package io.sallyport.local.aws.signer;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.protocol.RestJson;
import io.sallyport.local.aws.sagemaker.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.signer.model.GetRevocationStatusRequest;
import software.amazon.awssdk.services.signer.model.GetRevocationStatusResponse;
import software.amazon.awssdk.services.signer.model.GetSigningProfileRequest;
import software.amazon.awssdk.services.signer.model.GetSigningProfileResponse;
import software.amazon.awssdk.services.signer.model.SigningProfileStatus;
import software.amazon.awssdk.services.signer.model.ValidityType;

/**
 * AWS Signer: profiles that were put in, and which of them, or which certificates, were revoked.
 */
public final class Signer implements Service {

  private static final String PLATFORM = "Notation-OCI-SHA384-ECDSA";

  private final Protocol protocol = new RestJson();
  private final Map<String, GetSigningProfileResponse> profiles = new TreeMap<>();
  private final Set<String> revoked = new TreeSet<>();

  @Override
  public String name() {
    return "signer";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        Operation.of("GetSigningProfile", GetSigningProfileRequest::builder, this::profile)
            .at("GET /signing-profiles/{profileName}")
            .on(request -> arn(request.profileName())),
        Operation.of("GetRevocationStatus", GetRevocationStatusRequest::builder, this::revocation)
            .at("GET /revocations")
            .needs(
                (request, call) ->
                    List.of(
                        new Permission(
                            ":GetRevocationStatus", String.valueOf(request.profileVersionArn())))));
  }

  private static String arn(String profile) {
    return Arn.of("signer", "/signing-profiles/" + profile);
  }

  /** Puts a profile for container signatures; returns the ARN of its version. */
  public synchronized String profile(String name, String version) {
    String versionArn = arn(name) + "/" + version;
    profiles.put(
        name,
        GetSigningProfileResponse.builder()
            .profileName(name)
            .profileVersion(version)
            .profileVersionArn(versionArn)
            .platformId(PLATFORM)
            .platformDisplayName("Notation for Container Registries")
            .signatureValidityPeriod(period -> period.type(ValidityType.MONTHS).value(135))
            .status(SigningProfileStatus.ACTIVE)
            .arn(arn(name))
            .build());
    return versionArn;
  }

  /**
   * From now on GetRevocationStatus names this: the ARN of a profile's version or of a job, or a
   * certificate hash.
   */
  public synchronized void revoke(String entity) {
    revoked.add(entity);
  }

  private synchronized GetSigningProfileResponse profile(
      GetSigningProfileRequest request, Call call) {
    GetSigningProfileResponse profile = profiles.get(request.profileName());
    if (profile == null) {
      throw new AwsError(
          "ResourceNotFoundException",
          404,
          "Signing profile " + request.profileName() + " not found");
    }
    boolean isRevoked = revoked.contains(profile.profileVersionArn());
    return profile.toBuilder()
        .status(isRevoked ? SigningProfileStatus.REVOKED : SigningProfileStatus.ACTIVE)
        .build();
  }

  /** As AWS: everything that identifies the signature must be given. */
  private synchronized GetRevocationStatusResponse revocation(
      GetRevocationStatusRequest request, Call call) {
    Members.required(
        request,
        "signatureTimestamp",
        "platformId",
        "profileVersionArn",
        "jobArn",
        "certificateHashes");
    Set<String> asked = new TreeSet<>(request.certificateHashes());
    asked.add(request.profileVersionArn());
    asked.add(request.jobArn());
    asked.retainAll(revoked);
    return GetRevocationStatusResponse.builder().revokedEntities(asked).build();
  }
}
