package io.sallyport.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;

/**
 * The roles and what each may do (AC-6; design, trust 1): the product's jobs, each program's
 * training, serving and engineers, the two that invoke, and the application itself.
 */
final class RoleSeed {

  private static final String ARTIFACTS = Account.bucket(Account.ARTIFACTS);

  private final IamClient iam;
  private final Map<String, String> keys;

  private RoleSeed(IamClient iam, Map<String, String> keys) {
    this.iam = iam;
    this.keys = keys;
  }

  /** Makes them, and gives the application's access key. */
  static AccessKey plant(IamClient iam, Map<String, String> keys) {
    RoleSeed seed = new RoleSeed(iam, keys);
    seed.jobs();
    Account.PROGRAMS.forEach(seed::training);
    Account.PROGRAMS.forEach(seed::serving);
    Account.PROGRAMS.forEach(seed::engineer);
    seed.role("sallyport-invoking", List.of());
    seed.role("sallyport-checking", List.of());
    return seed.application();
  }

  private void jobs() {
    role(
        "sallyport-jobs",
        List.of(
            Policy.allow(List.of("s3:GetObject"), List.of(ARTIFACTS + "/programs/*")),
            Policy.allow(List.of("s3:ListBucket"), List.of(ARTIFACTS)),
            Policy.allow(List.of("s3:PutObject"), List.of(ARTIFACTS + "/programs/*/runs/*")),
            Policy.allow(KeySeed.SEAL, dataKeys(Account.PROGRAMS))));
  }

  /** The training part only, never what is held out. */
  private void training(String program) {
    String own = ARTIFACTS + "/programs/" + program;
    String prefix =
        "{\"StringLike\":{\"s3:prefix\":\"programs/" + program + "/sha256/*/train.csv\"}}";
    role(
        program + "-training",
        List.of(
            Policy.allow(List.of("s3:GetObject"), List.of(own + "/sha256/*/train.csv")),
            Policy.allow(List.of("s3:ListBucket"), List.of(ARTIFACTS), prefix),
            Policy.allow(List.of("s3:PutObject"), List.of(own + "/runs/*/training/*")),
            Policy.allow(KeySeed.SEAL, dataKeys(List.of(program)))));
  }

  private void serving(String program) {
    String own = ARTIFACTS + "/programs/" + program;
    role(
        program + "-serving",
        List.of(
            Policy.allow(List.of("s3:GetObject"), List.of(own + "/sha256/*/model.tar.gz")),
            Policy.allow(List.of("s3:PutObject"), List.of(own + "/runs/*/capture/*")),
            Policy.allow(KeySeed.SEAL, dataKeys(List.of(program)))));
  }

  /** Brings data by clients of their own, and looks at models; asks them through the product. */
  private void engineer(String program) {
    String data = Account.bucket(program + "-data");
    role(
        program + "-engineer",
        List.of(
            Policy.allow(
                List.of(
                    "s3:AbortMultipartUpload",
                    "s3:GetObject",
                    "s3:GetObjectVersion",
                    "s3:PutObject"),
                List.of(data + "/*")),
            Policy.allow(List.of("s3:ListBucket", "s3:ListBucketVersions"), List.of(data)),
            Policy.allow(List.of("sagemaker:Describe*", "sagemaker:List*"), List.of("*")),
            Policy.allow(KeySeed.SEAL, List.of(key(program + "-data")))));
  }

  private List<String> dataKeys(List<String> programs) {
    List<String> arns = new ArrayList<>();
    arns.add(key(Account.DATA_KEY));
    programs.forEach(program -> arns.add(key(program + "-data")));
    return arns;
  }

  private String key(String alias) {
    return keys.getOrDefault(alias, "");
  }

  private AccessKey application() {
    String user = Account.APPLICATION;
    try {
      iam.createUser(create -> create.userName(user));
    } catch (EntityAlreadyExistsException isThere) {
      // a second start finds the user; it gets a new key
    }
    String policy =
        Policy.of(ApplicationRights.all(dataKeys(Account.PROGRAMS), key(Account.SIGNING_KEY)));
    iam.putUserPolicy(put -> put.userName(user).policyName("rights").policyDocument(policy));
    return iam.createAccessKey(create -> create.userName(user)).accessKey();
  }

  private void role(String name, List<String> statements) {
    boolean isThere =
        iam.listRoles().roles().stream().anyMatch(role -> role.roleName().equals(name));
    if (!isThere) {
      iam.createRole(create -> create.roleName(name).assumeRolePolicyDocument(trust()));
    }
    if (!statements.isEmpty()) {
      iam.putRolePolicy(
          put -> put.roleName(name).policyName("rights").policyDocument(Policy.of(statements)));
    }
  }

  private static String trust() {
    return Policy.of(
        List.of(
            "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"AWS\":\""
                + Account.root()
                + "\",\"Service\":\"sagemaker.amazonaws.com\"}}"));
  }
}
