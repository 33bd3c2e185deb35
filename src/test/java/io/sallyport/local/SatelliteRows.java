package io.sallyport.local;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of the satellite sample that an endpoint is asked about.
 *
 * @param rows as the sample has them, the class last
 */
public record SatelliteRows(List<String> rows) {

  private static final int RIGHT_PERCENT_MIN = 85;

  /** Every n-th row, the first among them; all six classes occur. */
  public static SatelliteRows everyNth(int n) {
    try {
      List<String> lines = Files.readAllLines(Path.of("samples/satellite.csv"));
      return new SatelliteRows(
          IntStream.range(0, (lines.size() - 1 + n - 1) / n)
              .mapToObj(row -> lines.get(1 + row * n))
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is sent: neither header nor class. */
  public String asked() {
    return rows.stream()
        .map(row -> row.substring(0, row.lastIndexOf(',')) + "\n")
        .collect(joining());
  }

  /** The classes in JSON lines as the reference trainer answers them. */
  public static List<String> labels(String jsonLines) {
    return jsonLines.lines().map(SatelliteRows::label).toList();
  }

  /** An answer for each row, nearly all of them right, and some right ones for every class. */
  public void assertAnswered(List<String> labels) {
    List<String> right = new ArrayList<>();
    List<String> classes = rows.stream().map(row -> row.replaceFirst(".*,", "")).toList();
    assertThat(labels).hasSameSizeAs(rows);
    for (int row = 0; row < rows.size(); row++) {
      if (labels.get(row).equals(classes.get(row))) right.add(labels.get(row));
    }
    assertThat(right).hasSizeGreaterThan(rows.size() * RIGHT_PERCENT_MIN / 100);
    assertThat(right).containsAll(classes);
  }

  private static String label(String line) {
    try {
      return new ObjectMapper().readTree(line).path("label").asText();
    } catch (IOException notJson) {
      throw new UncheckedIOException(line, notJson);
    }
  }
}
