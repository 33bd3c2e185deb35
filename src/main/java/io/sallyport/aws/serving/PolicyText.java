package io.sallyport.aws.serving;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The two identity policies that give and take the right to invoke one endpoint. */
final class PolicyText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PolicyText() {}

  /** Allows the call, through this VPC endpoint alone where one is named. */
  static String allow(String endpointArn, String vpcEndpoint) {
    ObjectNode statement = statement("Allow", endpointArn);
    if (!vpcEndpoint.isEmpty()) {
      statement.putObject("Condition").putObject("StringEquals").put("aws:SourceVpce", vpcEndpoint);
    }
    return policy(statement);
  }

  /** Denies the call, whatever else allows it. */
  static String deny(String endpointArn) {
    return policy(statement("Deny", endpointArn));
  }

  private static ObjectNode statement(String effect, String endpointArn) {
    return JSON.createObjectNode()
        .put("Effect", effect)
        .put("Action", "sagemaker:InvokeEndpoint")
        .put("Resource", endpointArn);
  }

  private static String policy(ObjectNode statement) {
    ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17");
    policy.putArray("Statement").add(statement);
    return policy.toString();
  }
}
