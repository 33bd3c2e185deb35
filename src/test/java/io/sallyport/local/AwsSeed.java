package io.sallyport.local;

import io.sallyport.local.aws.Clients;
import io.sallyport.local.aws.LocalAws;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The account as an administrator would have prepared it: buckets, keys, roles, network, queue.
 * What is there already is left as it is, so that a second start finds its data.
 */
final class AwsSeed {

  static final String ACCOUNT = "123456789012";
  static final String REGION = "us-gov-west-1";
  static final String VPC = "vpc-0a1b2c3d4e5f60718";
  static final List<String> SUBNETS =
      List.of("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712");
  static final String SECURITY_GROUP = "sg-0a1b2c3d4e5f60721";
  static final List<String> PROGRAMS = List.of("sentinel", "harbor");
  private static final String ARTIFACTS = "arn:aws-us-gov:s3:::sallyport-artifacts";
  private static final String ANYTHING = "*";

  private final LocalAws aws;
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, String> accessKey = new HashMap<>();
  private String queue = "";

  private AwsSeed(LocalAws aws) {
    this.aws = aws;
  }

  static AwsSeed plant(LocalAws aws) {
    AwsSeed seed = new AwsSeed(aws);
    seed.plant();
    return seed;
  }

  static String role(String name) {
    return "arn:aws-us-gov:iam::" + ACCOUNT + ":role/" + name;
  }

  /** ARN of the key behind an alias: {@code sentinel-data}. */
  String key(String alias) {
    return keys.getOrDefault(alias, "");
  }

  String queue() {
    return queue;
  }

  /** The product's own access key: id and secret. */
  Map<String, String> accessKey() {
    return Map.copyOf(accessKey);
  }

  private void plant() {
    try (Clients root = Clients.root(aws)) {
      keys(root.kms());
      buckets(root.s3());
      roles(root.iam());
      SqsClient sqs = root.build(SqsClient.builder());
      queue = sqs.createQueue(create -> create.queueName("sallyport-events")).queueUrl();
    }
    network();
    aws.backstage().signer().profile("sallyport_images", "a1b2c3d4e5");
  }

  private void keys(KmsClient kms) {
    kms.listAliases(all -> all.limit(100))
        .aliases()
        .forEach(
            alias ->
                keys.put(
                    alias.aliasName().substring("alias/".length()),
                    "arn:aws-us-gov:kms:"
                        + REGION
                        + ":"
                        + ACCOUNT
                        + ":key/"
                        + alias.targetKeyId()));
    data(kms, "sallyport-data");
    PROGRAMS.forEach(program -> data(kms, program + "-data"));
    if (!keys.containsKey("sallyport-evidence-signing")) {
      String arn =
          kms.createKey(
                  key ->
                      key.keySpec(KeySpec.ECC_NIST_P384)
                          .keyUsage(KeyUsageType.SIGN_VERIFY)
                          .policy(ofTheAccount()))
              .keyMetadata()
              .arn();
      alias(kms, "sallyport-evidence-signing", arn);
    }
  }

  private void data(KmsClient kms, String alias) {
    if (!keys.containsKey(alias)) {
      String arn =
          kms.createKey(key -> key.keySpec(KeySpec.SYMMETRIC_DEFAULT).policy(ofTheAccount()))
              .keyMetadata()
              .arn();
      kms.enableKeyRotation(key -> key.keyId(arn));
      alias(kms, alias, arn);
    }
  }

  private void alias(KmsClient kms, String alias, String arn) {
    kms.createAlias(name -> name.aliasName("alias/" + alias).targetKeyId(arn));
    keys.put(alias, arn);
  }

  private static String ofTheAccount() {
    return policy(
        "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws-us-gov:iam::"
            + ACCOUNT
            + ":root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}");
  }

  private void buckets(S3Client s3) {
    List<String> there = s3.listBuckets().buckets().stream().map(bucket -> bucket.name()).toList();
    bucket(s3, there, "sallyport-artifacts", "sallyport-data", false);
    bucket(s3, there, "sallyport-evidence", "sallyport-data", true);
    PROGRAMS.forEach(program -> bucket(s3, there, program + "-data", program + "-data", false));
  }

  private void bucket(S3Client s3, List<String> there, String name, String key, boolean locked) {
    if (there.contains(name)) {
      return;
    }
    s3.createBucket(create -> create.bucket(name).objectLockEnabledForBucket(locked));
    s3.putBucketVersioning(
        put ->
            put.bucket(name)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    s3.putBucketEncryption(
        put ->
            put.bucket(name)
                .serverSideEncryptionConfiguration(
                    e ->
                        e.rules(
                            rule ->
                                rule.applyServerSideEncryptionByDefault(
                                    by ->
                                        by.sseAlgorithm(ServerSideEncryption.AWS_KMS)
                                            .kmsMasterKeyID(key(key))))));
  }

  private void roles(IamClient iam) {
    String artifacts = ARTIFACTS + "/programs/*";
    role(
        iam,
        "sallyport-jobs",
        allow("s3:GetObject", artifacts),
        allow("s3:ListBucket", ARTIFACTS),
        allow("s3:PutObject", ARTIFACTS + "/programs/*/runs/*"),
        allow("kms:*", ANYTHING));
    for (String program : PROGRAMS) {
      String own = ARTIFACTS + "/programs/" + program;
      role(
          iam,
          program + "-training",
          allow("s3:GetObject", own + "/sha256/*/train.csv"),
          allow("s3:ListBucket", ARTIFACTS),
          allow("s3:PutObject", own + "/runs/*/training/*"),
          allow("kms:*", ANYTHING));
      role(
          iam,
          program + "-serving",
          allow("s3:GetObject", own + "/sha256/*/model.tar.gz"),
          allow("s3:PutObject", own + "/runs/*/capture/*"),
          allow("kms:*", ANYTHING));
    }
    role(iam, "sallyport-invoking");
    role(iam, "sallyport-checking");
    application(iam);
  }

  private void application(IamClient iam) {
    String user = "sallyport-application";
    try {
      iam.createUser(create -> create.userName(user));
    } catch (EntityAlreadyExistsException isThere) {
      // a second start finds the user; it gets a new key
    }
    iam.putUserPolicy(
        put -> put.userName(user).policyName("rights").policyDocument(applicationPolicy()));
    var made = iam.createAccessKey(create -> create.userName(user)).accessKey();
    accessKey.put("id", made.accessKeyId());
    accessKey.put("secret", made.secretAccessKey());
  }

  private static String applicationPolicy() {
    return policy(
        allow("s3:*", ANYTHING),
        allow("kms:*", ANYTHING),
        allow("sagemaker:*", ANYTHING),
        "{\"Effect\":\"Deny\",\"Action\":\"sagemaker:InvokeEndpoint\",\"Resource\":\"*\"}",
        allow("iam:PassRole", role("*")),
        allow("iam:GetRolePolicy", role("sallyport-*")),
        allow("iam:PutRolePolicy", role("sallyport-*")),
        allow("iam:DeleteRolePolicy", role("sallyport-*")),
        allow("iam:ListRolePolicies", role("*")),
        allow("iam:SimulatePrincipalPolicy", role("*")),
        allow("sts:AssumeRole", role("sallyport-invoking")),
        allow("sts:AssumeRole", role("sallyport-checking")),
        allow("ecr:*", ANYTHING),
        allow("signer:*", ANYTHING),
        allow("ec2:Describe*", ANYTHING),
        allow("sqs:*", ANYTHING),
        allow("cloudwatch:*", ANYTHING),
        allow("application-autoscaling:*", ANYTHING));
  }

  private void role(IamClient iam, String name, String... statements) {
    boolean isThere =
        iam.listRoles().roles().stream().anyMatch(role -> role.roleName().equals(name));
    if (!isThere) {
      iam.createRole(create -> create.roleName(name).assumeRolePolicyDocument(trust()));
    }
    if (statements.length > 0) {
      iam.putRolePolicy(
          put -> put.roleName(name).policyName("rights").policyDocument(policy(statements)));
    }
  }

  private static String trust() {
    return policy(
        "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"AWS\":"
            + "\"arn:aws-us-gov:iam::"
            + ACCOUNT
            + ":root\",\"Service\":\"sagemaker.amazonaws.com\"}}");
  }

  private void network() {
    var network = aws.backstage().network();
    network.vpc(Vpc.builder().vpcId(VPC).cidrBlock("10.20.0.0/16").ownerId(ACCOUNT).build());
    for (String subnet : SUBNETS) {
      network.subnet(
          Subnet.builder()
              .subnetId(subnet)
              .vpcId(VPC)
              .ownerId(ACCOUNT)
              .mapPublicIpOnLaunch(false)
              .build());
    }
    network.securityGroup(
        SecurityGroup.builder()
            .groupId(SECURITY_GROUP)
            .groupName("sentinel")
            .vpcId(VPC)
            .ownerId(ACCOUNT)
            .build());
    network.routeTable(
        RouteTable.builder()
            .routeTableId("rtb-0a1b2c3d4e5f60731")
            .vpcId(VPC)
            .ownerId(ACCOUNT)
            .associations(association -> association.main(true))
            .routes(route -> route.destinationCidrBlock("10.20.0.0/16").gatewayId("local"))
            .build());
    door("vpce-0a1b2c3d4e5f60741", "s3");
    door("vpce-0a1b2c3d4e5f60742", "sagemaker.api");
    door("vpce-0a1b2c3d4e5f60743", "sagemaker.runtime");
  }

  private void door(String id, String service) {
    aws.backstage()
        .network()
        .endpoint(
            VpcEndpoint.builder()
                .vpcEndpointId(id)
                .vpcId(VPC)
                .ownerId(ACCOUNT)
                .serviceName("com.amazonaws." + REGION + "." + service)
                .vpcEndpointType(service.equals("s3") ? "Gateway" : "Interface")
                .state("available")
                .policyDocument(
                    policy(
                        "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\","
                            + "\"Resource\":\"*\"}"))
                .build());
  }

  private static String allow(String action, String resource) {
    return "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
  }

  private static String policy(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }
}
