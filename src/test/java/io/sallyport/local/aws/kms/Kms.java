package io.sallyport.local.aws.kms;

import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsJson;
import io.sallyport.local.aws.protocol.Protocol;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.model.CreateAliasRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyRotationRequest;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.ListAliasesRequest;
import software.amazon.awssdk.services.kms.model.ListKeysRequest;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.ReEncryptRequest;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.VerifyRequest;

/** KMS: keys, what they sign and what they seal. */
public final class Kms implements Service {

  private final Protocol protocol = AwsJson.version11();
  private final Keyring keyring;
  private final Keys keys;
  private final Signing signing;
  private final Sealing sealing;

  public Kms(Environment environment) {
    this.keyring = new Keyring(environment);
    this.keys = new Keys(keyring, environment);
    this.signing = new Signing(keyring);
    this.sealing = new Sealing(keyring, environment.ids());
  }

  /** The keys, for services that encrypt with them. */
  public Keyring keyring() {
    return keyring;
  }

  @Override
  public String name() {
    return "kms";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return Stream.of(keys(), signatures(), seals()).<Operation<?>>flatMap(List::stream).toList();
  }

  private List<Operation<?>> keys() {
    return List.of(
        Operation.of("CreateKey", CreateKeyRequest::builder, keys::create)
            .knowing("Policy", "Description", "KeyUsage", "KeySpec", "Tags"),
        Operation.of("DescribeKey", DescribeKeyRequest::builder, keys::describe)
            .on(r -> keyring.arn(r.keyId())),
        Operation.of("ListKeys", ListKeysRequest::builder, keys::list),
        Operation.of("CreateAlias", CreateAliasRequest::builder, keys::createAlias)
            .on(r -> keyring.arn(r.targetKeyId())),
        Operation.of("ListAliases", ListAliasesRequest::builder, keys::aliases),
        Operation.of("GetKeyPolicy", GetKeyPolicyRequest::builder, keys::policy)
            .on(r -> keyring.arn(r.keyId())),
        Operation.of("PutKeyPolicy", PutKeyPolicyRequest::builder, keys::putPolicy)
            .on(r -> keyring.arn(r.keyId())),
        Operation.of("EnableKeyRotation", EnableKeyRotationRequest::builder, keys::enableRotation)
            .on(r -> keyring.arn(r.keyId())),
        Operation.of("GetKeyRotationStatus", GetKeyRotationStatusRequest::builder, keys::rotation)
            .on(r -> keyring.arn(r.keyId())));
  }

  private List<Operation<?>> signatures() {
    return List.of(
        Operation.of("GetPublicKey", GetPublicKeyRequest::builder, signing::publicKey)
            .on(r -> keyring.arn(r.keyId())),
        Operation.of("Sign", SignRequest::builder, signing::sign)
            .knowing("KeyId", "Message", "MessageType", "SigningAlgorithm", "DryRun")
            .needs(
                (r, call) ->
                    use(
                        "kms:Sign",
                        r.keyId(),
                        r.signingAlgorithmAsString(),
                        r.messageTypeAsString())),
        Operation.of("Verify", VerifyRequest::builder, signing::verify)
            .knowing("KeyId", "Message", "MessageType", "Signature", "SigningAlgorithm", "DryRun")
            .needs(
                (r, call) ->
                    use(
                        "kms:Verify",
                        r.keyId(),
                        r.signingAlgorithmAsString(),
                        r.messageTypeAsString())));
  }

  private List<Operation<?>> seals() {
    return List.of(
        Operation.of("Encrypt", EncryptRequest::builder, sealing::encrypt)
            .knowing("KeyId", "Plaintext", "EncryptionContext", "EncryptionAlgorithm")
            .on(r -> keyring.arn(r.keyId())),
        Operation.of("Decrypt", DecryptRequest::builder, sealing::decrypt)
            .knowing("KeyId", "CiphertextBlob", "EncryptionContext", "EncryptionAlgorithm")
            .on(r -> sealing.keyOf(r.ciphertextBlob()).arn()),
        Operation.of("GenerateDataKey", GenerateDataKeyRequest::builder, sealing::dataKey)
            .knowing("KeyId", "KeySpec", "NumberOfBytes", "EncryptionContext")
            .on(r -> keyring.arn(r.keyId())),
        Operation.of("ReEncrypt", ReEncryptRequest::builder, sealing::reEncrypt)
            .needs(
                (r, call) ->
                    List.of(
                        new Permission(
                            "kms:ReEncryptFrom", sealing.keyOf(r.ciphertextBlob()).arn()),
                        new Permission("kms:ReEncryptTo", keyring.arn(r.destinationKeyId())))));
  }

  private List<Permission> use(String action, String keyId, String algorithm, String messageType) {
    String type = messageType == null ? "RAW" : messageType;
    return List.of(
        new Permission(
            action,
            keyring.arn(keyId),
            Map.of("kms:SigningAlgorithm", List.of(algorithm), "kms:MessageType", List.of(type))));
  }
}
