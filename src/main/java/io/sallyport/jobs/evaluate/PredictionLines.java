package io.sallyport.jobs.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of a batch transform: one JSON object for each held-out row, in order. What is wrong
 * with a line is never quoted: a model that has seen the held-out rows could speak through it.
 */
final class PredictionLines {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private PredictionLines() {}

  /** Reads one prediction out of a line. */
  interface Reading<T> {
    T of(JsonNode line) throws NotAPrediction;
  }

  /** Carries nothing, so that nothing can leak. */
  @SuppressWarnings("serial")
  static final class NotAPrediction extends Exception {
    NotAPrediction() {
      super(null, null, false, false);
    }
  }

  static <T> List<T> read(Path file, int rows, Reading<T> reading) throws IOException {
    List<T> predictions = new ArrayList<>(rows);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) predictions.add(prediction(line, predictions.size() + 1, reading));
      }
    }
    if (predictions.size() != rows) {
      throw new IOException(
          "the model answered " + predictions.size() + " of " + rows + " held-out rows");
    }
    return predictions;
  }

  private static <T> T prediction(String line, int number, Reading<T> reading) throws IOException {
    try {
      return reading.of(MAPPER.readTree(line));
    } catch (JsonProcessingException | NotAPrediction unreadable) {
      throw new IOException("prediction " + number + " is not one of the form that is asked for");
    }
  }
}
