package io.sallyport.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.List;

/** JSON as servers send it and as {@code --json} prints it. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private Json() {}

  static String text(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a server sent; an empty object when it is not JSON. */
  static JsonNode read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode() ? MAPPER.createObjectNode() : node;
    } catch (JsonProcessingException notJson) {
      return MAPPER.createObjectNode();
    }
  }

  static List<Finding> findings(JsonNode list) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode finding : list) {
      findings.add(
          new Finding(
              finding.path("rule").asText(),
              finding.path("subject").asText(),
              finding.path("value").asText(),
              finding.path("limit").asText()));
    }
    return findings;
  }
}
