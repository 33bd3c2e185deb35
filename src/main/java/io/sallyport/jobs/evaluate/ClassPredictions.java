package io.sallyport.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.technical.statistics.Auroc;
import io.sallyport.rules.technical.statistics.CalibrationError;
import io.sallyport.rules.technical.statistics.ConfusionMatrix;
import io.sallyport.rules.technical.statistics.LogLoss;
import io.sallyport.rules.technical.statistics.RowMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Lines {@code {"label":"grey_soil","scores":{"grey_soil":0.91,…}}} beside the true classes. Scores
 * are probabilities: each in [0, 1], together 1 within a thousandth; where they are missing in a
 * line, what needs them is not measured. A class that no set knows is one more, always wrong.
 */
final class ClassPredictions {

  private static final double SUM_TOLERANCE = 1e-3;

  /** What a class is called that occurs in neither set. */
  private static final String UNKNOWN = "(a class of no set)";

  private final List<String> labels;
  private final int[] truth;
  private final int[] predicted;

  /** By class and row; empty if a line has none. */
  private final double[][] scores;

  private ClassPredictions(List<String> labels, int[] truth, int[] predicted, double[][] scores) {
    this.labels = labels;
    this.truth = truth;
    this.predicted = predicted;
    this.scores = scores;
  }

  private record Line(String label, Map<String, Double> scores) {}

  static ClassPredictions read(EvaluationSet train, EvaluationSet heldOut, Path file)
      throws IOException {
    List<Line> lines = PredictionLines.read(file, heldOut.rows(), ClassPredictions::line);
    List<String> labels = new ArrayList<>(new TreeSet<>(heldOut.classes(train).keySet()));
    if (lines.stream().anyMatch(line -> !labels.contains(line.label))) labels.add(UNKNOWN);
    Map<String, Integer> places = new HashMap<>();
    labels.forEach(label -> places.put(label, places.size()));
    int unknown = labels.size() - 1;
    return new ClassPredictions(
        List.copyOf(labels),
        heldOut.labels().stream().mapToInt(places::get).toArray(),
        lines.stream().mapToInt(line -> places.getOrDefault(line.label, unknown)).toArray(),
        scores(labels, lines));
  }

  private static Line line(JsonNode line) throws PredictionLines.NotAPrediction {
    JsonNode label = line.path("label");
    if (!label.isTextual()) throw new PredictionLines.NotAPrediction();
    Map<String, Double> scores = new TreeMap<>();
    double sum = 0;
    for (Map.Entry<String, JsonNode> score : line.path("scores").properties()) {
      double value = score.getValue().isNumber() ? score.getValue().doubleValue() : -1;
      if (!(value >= 0 && value <= 1)) throw new PredictionLines.NotAPrediction();
      scores.put(score.getKey(), value);
      sum += value;
    }
    boolean probabilities = scores.isEmpty() || Math.abs(sum - 1) <= SUM_TOLERANCE;
    if (!probabilities) throw new PredictionLines.NotAPrediction();
    return new Line(label.textValue(), scores);
  }

  private static double[][] scores(List<String> labels, List<Line> lines) {
    if (lines.stream().anyMatch(line -> line.scores.isEmpty())) return new double[0][];
    return labels.stream()
        .map(
            label ->
                lines.stream().mapToDouble(line -> line.scores.getOrDefault(label, 0.0)).toArray())
        .toArray(double[][]::new);
  }

  List<String> labels() {
    return labels;
  }

  int rows() {
    return truth.length;
  }

  /** These rows only. */
  ClassPredictions at(int[] rows) {
    double[][] chosen =
        Arrays.stream(scores)
            .map(row -> IntStream.of(rows).mapToDouble(i -> row[i]).toArray())
            .toArray(double[][]::new);
    return new ClassPredictions(
        labels,
        IntStream.of(rows).map(i -> truth[i]).toArray(),
        IntStream.of(rows).map(i -> predicted[i]).toArray(),
        chosen);
  }

  ConfusionMatrix matrix() {
    return ConfusionMatrix.of(labels.size(), truth, predicted);
  }

  Optional<RowMetric> auroc() {
    return scores.length == 0 ? Optional.empty() : Optional.of(new Auroc(truth, scores));
  }

  Optional<RowMetric> logLoss() {
    return scores.length == 0 ? Optional.empty() : Optional.of(new LogLoss(truth, scores));
  }

  Optional<RowMetric> calibrationError() {
    if (scores.length == 0) return Optional.empty();
    double[] confidence = new double[rows()];
    boolean[] right = new boolean[rows()];
    for (int i = 0; i < confidence.length; i++) {
      int row = i;
      confidence[i] = Arrays.stream(scores).mapToDouble(each -> each[row]).max().orElse(0);
      right[i] = truth[i] == predicted[i];
    }
    return Optional.of(new CalibrationError(confidence, right));
  }
}
