package io.sallyport.jobs.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One line of a model's answer: {@code {"label":…,"scores":{…}}}, or {@code {"value":…}}.
 *
 * @param text the label, or the value as text
 * @param confidence the highest score; empty without scores
 */
record Answer(String text, OptionalDouble confidence) {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** Empty if the line is anything else. */
  static Optional<Answer> of(String line) {
    try {
      JsonNode answer = MAPPER.readTree(line);
      JsonNode value = answer.path("value");
      if (value.isNumber()) return Optional.of(new Answer(value.asText(), OptionalDouble.empty()));
      JsonNode label = answer.path("label");
      return label.isTextual()
          ? Optional.of(new Answer(label.textValue(), confidence(answer.path("scores"))))
          : Optional.empty();
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private static OptionalDouble confidence(JsonNode scores) {
    Stream<JsonNode> numbers = scores.valueStream().filter(JsonNode::isNumber);
    return numbers.mapToDouble(JsonNode::doubleValue).max();
  }
}
