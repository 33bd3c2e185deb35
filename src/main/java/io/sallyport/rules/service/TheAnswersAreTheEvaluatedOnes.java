package io.sallyport.rules.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Design, trust 4: what was evaluated is what answers. Labels are equal, the classes the same, and
 * every score or value lies within a relative tolerance. Silence is a finding, and so is an answer
 * that cannot be read.
 */
public final class TheAnswersAreTheEvaluatedOnes implements Rule<AnswerFacts> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String id() {
    return "service/the-answers-are-the-evaluated-ones";
  }

  @Override
  public List<Finding> check(AnswerFacts facts) {
    int wanted = facts.evaluated().size();
    int given = facts.answered().size();
    if (wanted == 0 || wanted != given) {
      return List.of(finding("answers", given + " lines", wanted + " lines, at least 1"));
    }
    return IntStream.range(0, wanted)
        .filter(i -> !isSame(facts, i))
        .mapToObj(i -> finding("answer " + (i + 1), "another one", "the evaluated one"))
        .toList();
  }

  private static boolean isSame(AnswerFacts facts, int line) {
    JsonNode evaluated = read(facts.evaluated().get(line));
    return !evaluated.isMissingNode()
        && isSame(evaluated, read(facts.answered().get(line)), facts.tolerance());
  }

  private static boolean isSame(JsonNode evaluated, JsonNode answered, double tolerance) {
    if (evaluated.isNumber() && answered.isNumber()) {
      return isNear(evaluated.doubleValue(), answered.doubleValue(), tolerance);
    }
    if (evaluated.isObject() && answered.isObject()) {
      return evaluated.size() == answered.size()
          && evaluated.properties().stream()
              .allMatch(
                  member -> isSame(member.getValue(), answered.path(member.getKey()), tolerance));
    }
    return evaluated.equals(answered);
  }

  private static boolean isNear(double evaluated, double answered, double tolerance) {
    double scale = Math.max(Math.abs(evaluated), Math.abs(answered));
    return Math.abs(evaluated - answered) <= tolerance * scale;
  }

  private static JsonNode read(String line) {
    try {
      JsonNode answer = JSON.readTree(line);
      return answer == null ? MissingNode.getInstance() : answer;
    } catch (JsonProcessingException malformed) {
      return MissingNode.getInstance();
    }
  }
}
