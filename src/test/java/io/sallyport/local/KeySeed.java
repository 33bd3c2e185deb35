package io.sallyport.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/**
 * The keys, each with a policy that names its users; the account itself administers and uses none.
 * What is there already keeps its key and gets the policy anew.
 */
final class KeySeed {

  private static final List<String> ADMINISTER =
      List.of(
          "kms:CreateAlias",
          "kms:DescribeKey",
          "kms:EnableKeyRotation",
          "kms:GetKeyPolicy",
          "kms:GetKeyRotationStatus",
          "kms:ListAliases",
          "kms:PutKeyPolicy");
  private static final List<String> LOOK =
      List.of("kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus");

  /** A grant is what SageMaker makes for the volumes of a job. */
  static final List<String> SEAL =
      List.of("kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey");

  static final List<String> SIGN = List.of("kms:DescribeKey", "kms:GetPublicKey", "kms:Sign");

  private final KmsClient kms;
  private final Map<String, String> keys = new HashMap<>();

  private KeySeed(KmsClient kms) {
    this.kms = kms;
  }

  /** ARNs by alias. */
  static Map<String, String> plant(KmsClient kms) {
    KeySeed seed = new KeySeed(kms);
    seed.find();
    seed.data(Account.DATA_KEY, everyRole());
    Account.PROGRAMS.forEach(program -> seed.data(program + "-data", usersOf(program)));
    seed.signing();
    return Map.copyOf(seed.keys);
  }

  /** Who reads and writes a program's data: its own roles, and the product's jobs. */
  private static List<String> rolesFor(String program) {
    return List.of(
        Account.role("sallyport-jobs"),
        Account.role(program + "-training"),
        Account.role(program + "-serving"));
  }

  /** With the engineers, who bring the data. */
  private static List<String> usersOf(String program) {
    List<String> users = new ArrayList<>(rolesFor(program));
    users.add(Account.role(program + "-engineer"));
    return users;
  }

  private static List<String> everyRole() {
    return Account.PROGRAMS.stream()
        .flatMap(program -> rolesFor(program).stream())
        .distinct()
        .toList();
  }

  private void find() {
    kms.listAliases(all -> all.limit(100))
        .aliases()
        .forEach(
            alias ->
                keys.put(
                    alias.aliasName().substring("alias/".length()),
                    Account.arn("kms", "key/" + alias.targetKeyId())));
  }

  private void data(String alias, List<String> roles) {
    List<String> users = new ArrayList<>(roles);
    users.add(Account.application());
    String policy =
        Policy.of(
            List.of(
                Policy.allowTo(List.of(Account.root()), ADMINISTER),
                Policy.allowTo(List.of(Account.application()), LOOK),
                Policy.allowTo(users, SEAL)));
    key(alias, policy, CreateKeyRequest.builder().keySpec(KeySpec.SYMMETRIC_DEFAULT));
    kms.enableKeyRotation(rotate -> rotate.keyId(keys.get(alias)));
  }

  private void signing() {
    String policy =
        Policy.of(
            List.of(
                Policy.allowTo(List.of(Account.root()), ADMINISTER),
                Policy.allowTo(List.of(Account.application()), SIGN)));
    key(
        Account.SIGNING_KEY,
        policy,
        CreateKeyRequest.builder()
            .keySpec(KeySpec.ECC_NIST_P384)
            .keyUsage(KeyUsageType.SIGN_VERIFY));
  }

  private void key(String alias, String policy, CreateKeyRequest.Builder wanted) {
    if (keys.containsKey(alias)) {
      kms.putKeyPolicy(put -> put.keyId(keys.get(alias)).policyName("default").policy(policy));
      return;
    }
    String arn = kms.createKey(wanted.policy(policy).build()).keyMetadata().arn();
    kms.createAlias(name -> name.aliasName("alias/" + alias).targetKeyId(arn));
    keys.put(alias, arn);
  }
}
