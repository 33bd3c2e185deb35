package io.sallyport.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares answers line by line (design, trust 4): equal labels, the same classes, and every score
 * or value within a relative tolerance.
 */
final class Answers {

  private static final String RULE = "service/answers-are-the-evaluated-ones";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final double tolerance;

  Answers(double tolerance) {
    this.tolerance = tolerance;
  }

  List<Finding> compare(List<String> evaluated, List<String> answered) {
    if (evaluated.isEmpty() || evaluated.size() != answered.size()) {
      return List.of(
          new Finding(
              RULE, "answers", answered.size() + " lines", evaluated.size() + " lines, not 0"));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < evaluated.size(); i++) {
      if (!isSame(read(evaluated.get(i)), read(answered.get(i)))) {
        findings.add(new Finding(RULE, "answer " + (i + 1), "another one", "the evaluated one"));
      }
    }
    return findings;
  }

  private boolean isSame(JsonNode evaluated, JsonNode answered) {
    if (evaluated.isNumber() && answered.isNumber()) {
      return isNear(evaluated.doubleValue(), answered.doubleValue());
    }
    if (evaluated.isObject() && answered.isObject()) {
      return evaluated.size() == answered.size()
          && evaluated.properties().stream()
              .allMatch(member -> isSame(member.getValue(), answered.path(member.getKey())));
    }
    return evaluated.equals(answered);
  }

  private boolean isNear(double evaluated, double answered) {
    double scale = Math.max(Math.abs(evaluated), Math.abs(answered));
    return Math.abs(evaluated - answered) <= tolerance * scale;
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException malformed) {
      return JSON.missingNode();
    }
  }
}
