package io.sallyport.local.aws.kms;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.policy.Document;
import io.sallyport.local.aws.protocol.AwsError;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.CreateAliasRequest;
import software.amazon.awssdk.services.kms.model.CreateAliasResponse;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyResponse;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.EnableKeyRotationRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyRotationResponse;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusRequest;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.ListAliasesRequest;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.ListKeysRequest;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyResponse;

/** Keys, their aliases, policies and rotation. */
final class Keys {

  static final String DEFAULT_POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"account\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
          + Arn.iam("root")
          + "\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";

  private final Keyring keyring;
  private final Environment environment;

  Keys(Keyring keyring, Environment environment) {
    this.keyring = keyring;
    this.environment = environment;
  }

  CreateKeyResponse create(CreateKeyRequest request, Call call) {
    String spec =
        request.keySpecAsString() == null ? "SYMMETRIC_DEFAULT" : request.keySpecAsString();
    boolean symmetric = spec.equals("SYMMETRIC_DEFAULT");
    String usage =
        request.keyUsageAsString() == null ? "ENCRYPT_DECRYPT" : request.keyUsageAsString();
    String fitting = symmetric ? "ENCRYPT_DECRYPT" : "SIGN_VERIFY";
    if (!usage.equals(fitting)) {
      throw AwsError.validation("KeyUsage " + usage + " is not compatible with KeySpec " + spec);
    }
    String policy = request.policy() == null ? DEFAULT_POLICY : request.policy();
    Document.parse(policy);
    Map<String, String> tags = new LinkedHashMap<>();
    request.tags().forEach(tag -> tags.put(tag.tagKey(), tag.tagValue()));
    KeyPair pair = symmetric ? new KeyPair(null, null) : pair(spec);
    Key key =
        new Key(
            environment.ids().uuid(),
            spec,
            usage,
            request.description() == null ? "" : request.description(),
            base64(symmetric ? environment.ids().bytes(32) : pair.getPrivate().getEncoded()),
            base64(symmetric ? new byte[0] : pair.getPublic().getEncoded()),
            policy,
            false,
            tags,
            environment.clock().instant());
    keyring.put(key);
    return CreateKeyResponse.builder().keyMetadata(shape(key)).build();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Key pairs are the JDK's own: they need real randomness. */
  private static KeyPair pair(String spec) {
    String curve =
        switch (spec) {
          case "ECC_NIST_P256" -> "secp256r1";
          case "ECC_NIST_P384" -> "secp384r1";
          default -> throw AwsError.validation("KeySpec " + spec + " is not known here");
        };
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  DescribeKeyResponse describe(DescribeKeyRequest request, Call call) {
    return DescribeKeyResponse.builder().keyMetadata(shape(keyring.key(request.keyId()))).build();
  }

  ListKeysResponse list(ListKeysRequest request, Call call) {
    return ListKeysResponse.builder()
        .keys(
            keyring.all().stream()
                .map(key -> KeyListEntry.builder().keyId(key.id()).keyArn(key.arn()).build())
                .toList())
        .truncated(false)
        .build();
  }

  CreateAliasResponse createAlias(CreateAliasRequest request, Call call) {
    keyring.putAlias(request.aliasName(), keyring.key(request.targetKeyId()).id());
    return CreateAliasResponse.builder().build();
  }

  ListAliasesResponse aliases(ListAliasesRequest request, Call call) {
    String only = request.keyId() == null ? "" : keyring.key(request.keyId()).id();
    return ListAliasesResponse.builder()
        .aliases(
            keyring.aliases().entrySet().stream()
                .filter(alias -> only.isEmpty() || alias.getValue().equals(only))
                .map(
                    alias ->
                        AliasListEntry.builder()
                            .aliasName(alias.getKey())
                            .aliasArn(Arn.of("kms", alias.getKey()))
                            .targetKeyId(alias.getValue())
                            .build())
                .toList())
        .truncated(false)
        .build();
  }

  GetKeyPolicyResponse policy(GetKeyPolicyRequest request, Call call) {
    return GetKeyPolicyResponse.builder()
        .policy(keyring.key(request.keyId()).policy())
        .policyName("default")
        .build();
  }

  PutKeyPolicyResponse putPolicy(PutKeyPolicyRequest request, Call call) {
    Document.parse(request.policy());
    keyring.put(keyring.key(request.keyId()).withPolicy(request.policy()));
    return PutKeyPolicyResponse.builder().build();
  }

  EnableKeyRotationResponse enableRotation(EnableKeyRotationRequest request, Call call) {
    Key key = keyring.key(request.keyId());
    if (!key.isSymmetric()) {
      throw AwsError.bad("UnsupportedOperationException", key.arn() + " is asymmetric");
    }
    keyring.put(key.withRotation());
    return EnableKeyRotationResponse.builder().build();
  }

  GetKeyRotationStatusResponse rotation(GetKeyRotationStatusRequest request, Call call) {
    return GetKeyRotationStatusResponse.builder()
        .keyRotationEnabled(keyring.key(request.keyId()).rotation())
        .build();
  }

  private static KeyMetadata shape(Key key) {
    KeyMetadata.Builder shape =
        KeyMetadata.builder()
            .awsAccountId(Arn.ACCOUNT)
            .keyId(key.id())
            .arn(key.arn())
            .description(key.description())
            .keySpec(key.spec())
            .keyUsage(key.usage())
            .keyState(KeyState.ENABLED)
            .enabled(true)
            .keyManager(KeyManagerType.CUSTOMER)
            .origin(OriginType.AWS_KMS)
            .multiRegion(false)
            .creationDate(key.created());
    return key.isSymmetric()
        ? shape.encryptionAlgorithmsWithStrings("SYMMETRIC_DEFAULT").build()
        : shape.signingAlgorithmsWithStrings(Signing.algorithm(key)).build();
  }
}
