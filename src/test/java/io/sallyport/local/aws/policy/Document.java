package io.sallyport.local.aws.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.local.aws.policy.Statement.Words;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A policy document; what it holds that is not known here is refused by name. */
public record Document(List<Statement> statements) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MEMBERS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  /** Identities need no principal. */
  public static Document parse(String text) {
    JsonNode json = json(text);
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!Set.of("Version", "Id", "Statement").contains(member.getKey())) {
        throw malformed("Unknown element: " + member.getKey());
      }
    }
    List<Statement> statements = new ArrayList<>();
    JsonNode list = json.path("Statement");
    if (list.isArray()) {
      list.forEach(each -> statements.add(statement(each)));
    } else if (list.isObject()) {
      statements.add(statement(list));
    } else {
      throw malformed("Statement is missing");
    }
    return new Document(List.copyOf(statements));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw malformed("This policy contains invalid Json: " + e.getOriginalMessage());
    }
  }

  private static AwsError malformed(String message) {
    return AwsError.bad("MalformedPolicyDocument", message);
  }

  private static Statement statement(JsonNode json) {
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!MEMBERS.contains(member.getKey())) {
        throw malformed("Unknown element: " + member.getKey());
      }
    }
    String effect = json.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw malformed("Effect is '" + effect + "'; it must be Allow or Deny");
    }
    return new Statement(
        json.path("Sid").asText(),
        effect.equals("Allow"),
        principals(json),
        words(json, "Action").orElseThrow(() -> malformed("Action is missing")),
        words(json, "Resource"),
        conditions(json.path("Condition")));
  }

  private static Optional<Words> words(JsonNode json, String name) {
    boolean not = json.has("Not" + name);
    JsonNode node = json.path(not ? "Not" + name : name);
    return node.isMissingNode() ? Optional.empty() : Optional.of(new Words(strings(node), not));
  }

  private static Optional<Principals> principals(JsonNode json) {
    boolean not = json.has("NotPrincipal");
    JsonNode node = json.path(not ? "NotPrincipal" : "Principal");
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (node.isTextual()) {
      return Optional.of(new Principals(strings(node), List.of(), not));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!Set.of("AWS", "Service").contains(member.getKey())) {
        throw malformed("Unknown principal: " + member.getKey());
      }
    }
    return Optional.of(
        new Principals(strings(node.path("AWS")), strings(node.path("Service")), not));
  }

  private static List<Condition> conditions(JsonNode json) {
    List<Condition> all = new ArrayList<>();
    json.properties()
        .forEach(
            operator ->
                operator
                    .getValue()
                    .properties()
                    .forEach(
                        key ->
                            all.add(
                                Condition.of(
                                    operator.getKey(), key.getKey(), strings(key.getValue())))));
    return all;
  }

  private static List<String> strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> all.add(each.asText()));
    } else if (!node.isMissingNode()) {
      all.add(node.asText());
    }
    all.stream()
        .filter(text -> text.contains("${"))
        .findFirst()
        .ifPresent(
            text -> {
              throw malformed("Policy variables are not known here: " + text);
            });
    return List.copyOf(all);
  }
}
