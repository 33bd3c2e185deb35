package io.sallyport.local.aws;

import software.amazon.awssdk.services.iam.IamClient;

/** Roles and policies that the tests here share. */
final class Demo {

  static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
       "Principal":{"AWS":"arn:aws-us-gov:iam::123456789012:root"}}]}
      """;

  private Demo() {}

  /** A role with one inline policy called {@code rights}; gives its ARN. */
  static String role(IamClient iam, String name, String... statements) {
    String arn =
        iam.createRole(role -> role.roleName(name).assumeRolePolicyDocument(TRUST)).role().arn();
    put(iam, name, statements);
    return arn;
  }

  static void put(IamClient iam, String role, String... statements) {
    iam.putRolePolicy(
        request -> request.roleName(role).policyName("rights").policyDocument(policy(statements)));
  }

  static String policy(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  static String allow(String action, String resource) {
    return "{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}"
        .formatted(action, resource);
  }

  static String deny(String action, String resource, String rest) {
    return "{\"Effect\":\"Deny\",\"Action\":\"%s\",\"Resource\":\"%s\"%s}"
        .formatted(action, resource, rest);
  }
}
