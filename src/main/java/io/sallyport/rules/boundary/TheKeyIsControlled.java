package io.sallyport.rules.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * S04: the live key is the program's account's own, enabled, symmetric, managed by the customer,
 * rotated, and its policy does not let everybody in.
 */
public final class TheKeyIsControlled implements Rule<SubmissionFacts> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String id() {
    return "boundary/the-key-is-controlled";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live, facts.program()).stream()).toList();
  }

  private List<Finding> check(LiveFacts live, Program program) {
    return live.key().stream().flatMap(key -> check(key, program).stream()).toList();
  }

  private List<Finding> check(LiveFacts.Key key, Program program) {
    List<Finding> findings = new ArrayList<>();
    require(findings, key, "owned by " + key.account(), "owned by " + program.account());
    require(findings, key, "state " + key.state(), "state Enabled");
    require(findings, key, "kind " + key.spec(), "kind SYMMETRIC_DEFAULT");
    require(findings, key, "managed by " + key.manager(), "managed by CUSTOMER");
    require(findings, key, "rotation " + (key.rotating() ? "on" : "off"), "rotation on");
    require(findings, key, "policy " + policy(key.policy()), "policy closed");
    return findings;
  }

  private void require(List<Finding> findings, LiveFacts.Key key, String found, String wanted) {
    if (!found.equals(wanted)) findings.add(finding(key.pointer(), found, wanted));
  }

  /** An allowance for everybody without a condition opens the key. */
  private static String policy(String text) {
    try {
      JsonNode statements = JSON.readTree(text).path("Statement");
      if (statements.isEmpty()) return "absent";
      for (JsonNode statement :
          statements.isArray() ? statements : JSON.createArrayNode().add(statements)) {
        boolean allows = statement.path("Effect").asText().equals("Allow");
        boolean free = statement.path("Condition").isEmpty();
        if (allows && free && isEverybody(statement)) return "open to everybody";
      }
      return "closed";
    } catch (JsonProcessingException malformed) {
      return "not readable";
    }
  }

  private static boolean isEverybody(JsonNode statement) {
    JsonNode principal = statement.path("Principal");
    JsonNode aws = principal.path("AWS");
    return statement.has("NotPrincipal")
        || principal.asText().equals("*")
        || aws.asText().equals("*")
        || aws.valueStream().anyMatch(one -> one.asText().equals("*"));
  }
}
