package io.sallyport.jobs.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sallyport.rules.Refused;
import io.sallyport.rules.table.CsvParser;
import io.sallyport.rules.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One line of SageMaker's data capture, as it came: what went in, what came out, when, and whose
 * request it was.
 */
record CapturedRequest(Instant at, String inferenceId, String input, String output) {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** Empty if the line is anything else. */
  static Optional<CapturedRequest> of(String line) {
    try {
      JsonNode captured = MAPPER.readTree(line);
      JsonNode metadata = captured.path("eventMetadata");
      return Optional.of(
          new CapturedRequest(
              Instant.parse(metadata.path("inferenceTime").asText()),
              metadata.path("inferenceId").asText(),
              data(captured.path("captureData").path("endpointInput")),
              data(captured.path("captureData").path("endpointOutput"))));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String data(JsonNode part) {
    String data = part.path("data").asText();
    return part.path("encoding").asText().equals("BASE64")
        ? new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8)
        : data;
  }

  /** The rows that were asked; none if the input is no table. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    try (CsvParser parser =
        CsvParser.open(new ByteArrayInputStream(bytes), "the request", Table.COMMA)) {
      for (Optional<Table.Row> row = parser.next(); row.isPresent(); row = parser.next()) {
        rows.add(row.get().values());
      }
      return rows;
    } catch (IOException | Refused notATable) {
      return List.of();
    }
  }

  /** The answers, a line each; none if a line is no answer. */
  List<Answer> answers() {
    List<Optional<Answer>> answers =
        output.lines().filter(line -> !line.isBlank()).map(Answer::of).toList();
    return answers.stream().allMatch(Optional::isPresent)
        ? answers.stream().flatMap(Optional::stream).toList()
        : List.of();
  }
}
