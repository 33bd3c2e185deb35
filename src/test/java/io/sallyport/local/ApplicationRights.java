package io.sallyport.local;

import static io.sallyport.local.Policy.allow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the application may do: what it really calls, on its own things (AC-6). It invokes no model
 * itself, changes no role but the two that invoke, and removes no object.
 */
final class ApplicationRights {

  private static final List<String> ANYTHING = List.of("*");

  private ApplicationRights() {}

  static List<String> all(List<String> dataKeys, String signingKey) {
    return Stream.of(storage(), keys(dataKeys, signingKey), models(), roles(), facts(), events())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> storage() {
    String artifacts = Account.bucket(Account.ARTIFACTS);
    String evidence = Account.bucket(Account.EVIDENCE);
    List<String> data =
        Account.PROGRAMS.stream().map(program -> Account.bucket(program + "-data")).toList();
    List<String> objects = new ArrayList<>(data.stream().map(bucket -> bucket + "/*").toList());
    objects.add(artifacts + "/*");
    List<String> buckets = new ArrayList<>(data);
    buckets.add(artifacts);
    return List.of(
        allow(
            List.of(
                "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:AbortMultipartUpload"),
            objects),
        allow(
            List.of("s3:ListBucket", "s3:GetBucketVersioning", "s3:GetEncryptionConfiguration"),
            buckets),
        allow(
            List.of(
                "s3:GetObject", "s3:GetObjectRetention", "s3:PutObject", "s3:PutObjectRetention"),
            List.of(evidence + "/*")));
  }

  private static List<String> keys(List<String> dataKeys, String signingKey) {
    return List.of(
        allow(
            List.of(
                "kms:CreateGrant",
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:GenerateDataKey",
                "kms:GetKeyPolicy",
                "kms:GetKeyRotationStatus"),
            dataKeys),
        allow(KeySeed.SIGN, List.of(signingKey)));
  }

  private static List<String> models() {
    return List.of(
        allow(
            Stream.of(
                    Stream.of("AddTags", "ListTags", "ListModelPackages"),
                    Stream.of("CreateModelPackage", "DescribeModelPackage", "UpdateModelPackage"),
                    Stream.of("CreateModelPackageGroup", "DescribeModelPackageGroup"),
                    Stream.of("CreateEndpointConfig", "DescribeEndpointConfig"),
                    Stream.of("Model", "Endpoint")
                        .flatMap(
                            thing ->
                                Stream.of("Create", "Describe", "Delete")
                                    .map(verb -> verb + thing)),
                    Stream.of("TrainingJob", "ProcessingJob", "TransformJob")
                        .flatMap(
                            thing ->
                                Stream.of("Create", "Describe", "Stop").map(verb -> verb + thing)))
                .flatMap(actions -> actions)
                .map(action -> "sagemaker:" + action)
                .toList(),
            ANYTHING),
        allow(
            Stream.of(
                    "RegisterScalableTarget",
                    "DeregisterScalableTarget",
                    "DescribeScalableTargets",
                    "PutScalingPolicy",
                    "DescribeScalingPolicies")
                .map(action -> "application-autoscaling:" + action)
                .toList(),
            ANYTHING),
        allow(
            List.of(
                "cloudwatch:PutMetricAlarm",
                "cloudwatch:DescribeAlarms",
                "cloudwatch:DeleteAlarms"),
            ANYTHING));
  }

  private static List<String> roles() {
    List<String> invoking =
        List.of(Account.role("sallyport-invoking"), Account.role("sallyport-checking"));
    List<String> submitted =
        Account.PROGRAMS.stream()
            .flatMap(program -> Stream.of(program + "-training", program + "-serving"))
            .map(Account::role)
            .toList();
    List<String> passed = new ArrayList<>(submitted);
    passed.add(Account.role("sallyport-jobs"));
    return List.of(
        allow(
            List.of("iam:PassRole"),
            passed,
            "{\"StringEquals\":{\"iam:PassedToService\":\"sagemaker.amazonaws.com\"}}"),
        allow(List.of("iam:PutRolePolicy", "iam:DeleteRolePolicy", "sts:AssumeRole"), invoking),
        allow(List.of("iam:SimulatePrincipalPolicy"), submitted));
  }

  /** Live facts: read, never changed. */
  private static List<String> facts() {
    return List.of(
        allow(
            List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:ListImageReferrers"),
            List.of(Account.arn("ecr", "repository/*"))),
        allow(List.of("signer:GetSigningProfile"), ANYTHING),
        allow(
            List.of(
                "ec2:DescribeSubnets",
                "ec2:DescribeRouteTables",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeVpcEndpoints"),
            ANYTHING));
  }

  private static List<String> events() {
    return List.of(
        allow(
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage"),
            List.of(Account.arn("sqs", "sallyport-events"))));
  }
}
