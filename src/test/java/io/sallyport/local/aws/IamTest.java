package io.sallyport.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.sts.model.StsException;

class IamTest {

  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());
  private final Clients root = Clients.root(aws);
  private final IamClient iam = root.iam();

  @AfterEach
  void close() {
    root.close();
    aws.close();
  }

  @Test
  void a_simulation_answers_as_the_calls_would() {
    String arn =
        Demo.role(
            iam,
            "invoking",
            Demo.allow("sagemaker:InvokeEndpoint", "*"),
            Demo.deny(
                "sagemaker:*",
                "*",
                ",\"Condition\":{\"StringEquals\":{\"aws:RequestTag/program\":\"harbor\"}}"),
            Demo.deny("iam:*", "*", ""));
    var results =
        iam.simulatePrincipalPolicy(
                s ->
                    s.policySourceArn(arn)
                        .actionNames("sagemaker:InvokeEndpoint", "iam:GetRole", "s3:GetObject"))
            .evaluationResults();
    assertThat(results)
        .extracting(each -> each.evalActionName() + " " + each.evalDecisionAsString())
        .containsExactly(
            "sagemaker:InvokeEndpoint allowed",
            "iam:GetRole explicitDeny",
            "s3:GetObject implicitDeny");
    assertThat(
            iam.simulatePrincipalPolicy(
                    s ->
                        s.policySourceArn(arn)
                            .actionNames("sagemaker:InvokeEndpoint")
                            .contextEntries(
                                c ->
                                    c.contextKeyName("aws:RequestTag/program")
                                        .contextKeyType(ContextKeyTypeEnum.STRING)
                                        .contextKeyValues("harbor")))
                .evaluationResults()
                .get(0)
                .evalDecisionAsString())
        .isEqualTo("explicitDeny");
  }

  @Test
  void roles_users_and_policies_come_back_as_they_were_made() {
    Demo.role(iam, "engineer", Demo.allow("s3:GetObject", "*"));
    assertThat(iam.getRole(r -> r.roleName("engineer")).role().arn())
        .isEqualTo("arn:aws-us-gov:iam::123456789012:role/engineer");
    assertThat(iam.getRolePolicy(r -> r.roleName("engineer").policyName("rights")).policyDocument())
        .contains("s3%3AGetObject");
    String policy =
        iam.createPolicy(
                p -> p.policyName("guard").policyDocument(Demo.policy(Demo.allow("s3:*", "*"))))
            .policy()
            .arn();
    iam.attachRolePolicy(r -> r.roleName("engineer").policyArn(policy));
    assertThat(iam.listAttachedRolePolicies(r -> r.roleName("engineer")).attachedPolicies().get(0))
        .satisfies(each -> assertThat(each.policyArn()).isEqualTo(policy));
    assertThat(iam.listRoles().roles()).hasSize(1);
    iam.createUser(u -> u.userName("ada"));
    var key = iam.createAccessKey(u -> u.userName("ada")).accessKey();
    iam.putUserPolicy(
        u ->
            u.userName("ada")
                .policyName("all")
                .policyDocument(Demo.policy(Demo.allow("s3:*", "*"))));
    try (Clients ada =
        new Clients(
            aws.endpoint(), AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()))) {
      assertThat(ada.s3().listBuckets().buckets()).isEmpty();
      assertThat(ada.sts().getCallerIdentity().arn())
          .isEqualTo("arn:aws-us-gov:iam::123456789012:user/ada");
    }
  }

  @Test
  void the_inline_policies_of_a_role_are_limited_together_and_without_white_space() {
    Demo.role(iam, "engineer", Demo.allow("s3:GetObject", "*"));
    String half =
        Demo.policy(Demo.allow("s3:GetObject", "arn:aws-us-gov:s3:::" + "b".repeat(5000)));
    put("first", half);
    put("first", half);

    assertThatThrownBy(() -> put("second", half))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("Maximum policy size of 10240 bytes exceeded for role engineer")
        .extracting(refused -> ((LimitExceededException) refused).statusCode())
        .isEqualTo(409);
    assertThat(iam.listRolePolicies(r -> r.roleName("engineer")).policyNames())
        .containsExactly("first", "rights");
    put("white", Demo.policy(Demo.allow("s3:GetObject", "*")) + " ".repeat(10_000));
  }

  private void put(String policy, String document) {
    iam.putRolePolicy(p -> p.roleName("engineer").policyName(policy).policyDocument(document));
  }

  @Test
  void a_role_is_taken_on_only_by_whom_it_trusts() {
    iam.createRole(
        r ->
            r.roleName("sallyport-jobs")
                .assumeRolePolicyDocument(
                    Demo.policy(
                        "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"sagemaker.amazonaws.com\"}}")));
    assertThatThrownBy(
            () ->
                root.sts()
                    .assumeRole(
                        r -> r.roleArn(Arn.iam("role/sallyport-jobs")).roleSessionName("test")))
        .isInstanceOf(StsException.class)
        .hasMessageContaining("is not authorized to perform: sts:AssumeRole");
  }
}
