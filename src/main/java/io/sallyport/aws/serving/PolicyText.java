package io.sallyport.aws.serving;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The identity policies that give and take the right to invoke. A role holds so many characters of
 * them, so each says no more than it must: no list of one statement, and no {@code Version}, which
 * concerns policy variables alone.
 */
final class PolicyText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INVOKE = "sagemaker:InvokeEndpoint";

  /** Streamed and asynchronous calls, too. */
  private static final String INVOKE_ANYHOW = INVOKE + "*";

  private PolicyText() {}

  /** Allows the call of one endpoint. */
  static String allow(String endpointArn) {
    return policy(statement("Allow", INVOKE, endpointArn));
  }

  /**
   * Denies all calls of one endpoint, whatever else allows them. It is as long as the right, so
   * that either fits where the other was.
   */
  static String deny(String endpointArn) {
    return policy(statement("Deny", INVOKE_ANYHOW, endpointArn));
  }

  /** Denies all calls that do not come through this VPC endpoint. */
  static String denyElsewhere(String vpcEndpoint) {
    ObjectNode statement = statement("Deny", INVOKE_ANYHOW, "*");
    statement
        .putObject("Condition")
        .putObject("StringNotEquals")
        .put("aws:SourceVpce", vpcEndpoint);
    return policy(statement);
  }

  private static ObjectNode statement(String effect, String action, String resource) {
    return JSON.createObjectNode()
        .put("Effect", effect)
        .put("Action", action)
        .put("Resource", resource);
  }

  private static String policy(ObjectNode statement) {
    return JSON.createObjectNode().set("Statement", statement).toString();
  }
}
