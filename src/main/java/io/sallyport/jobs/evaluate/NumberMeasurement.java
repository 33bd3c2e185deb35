package io.sallyport.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.jobs.table.Cell;
import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.Metric;
import io.sallyport.rules.technical.MetricResult;
import io.sallyport.rules.technical.RequestedMetric;
import io.sallyport.rules.technical.statistics.Bootstrap;
import io.sallyport.rules.technical.statistics.Normal;
import io.sallyport.rules.technical.statistics.RegressionMetrics;
import io.sallyport.rules.technical.statistics.RowMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Predicted numbers: lines {@code {"value":1.23}}. */
final class NumberMeasurement implements Measurement {

  private final long seed;
  private final double[] truth;
  private final double[] predicted;

  private NumberMeasurement(long seed, double[] truth, double[] predicted) {
    this.seed = seed;
    this.truth = truth;
    this.predicted = predicted;
  }

  static NumberMeasurement of(long seed, EvaluationSet heldOut, Path predictions)
      throws IOException {
    double[] truth = new double[heldOut.rows()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = Cell.number(heldOut.labels().get(i)).orElse(Double.NaN);
    }
    if (Arrays.stream(truth).anyMatch(Double::isNaN)) {
      throw new IOException("a label of the held-out set is not a number");
    }
    List<Double> values =
        PredictionLines.read(predictions, heldOut.rows(), NumberMeasurement::value);
    double[] predicted = values.stream().mapToDouble(Double::doubleValue).toArray();
    return new NumberMeasurement(seed, truth, predicted);
  }

  private static double value(JsonNode line) throws PredictionLines.NotAPrediction {
    JsonNode value = line.path("value");
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new PredictionLines.NotAPrediction();
    }
    return value.doubleValue();
  }

  @Override
  public Optional<MetricResult> of(RequestedMetric asked, int[] rows) {
    return Metric.named(asked.name())
        .filter(Metric::ofRegression)
        .flatMap(metric -> measured(metric, rows).result(asked, metric));
  }

  private Measured measured(Metric metric, int[] rows) {
    RegressionMetrics metrics = new RegressionMetrics(at(truth, rows), at(predicted, rows));
    RowMetric asked =
        switch (metric) {
          case MAE -> metrics::mae;
          case RMSE -> metrics::rmse;
          case R2 -> metrics::r2;
          default -> throw new IllegalStateException(metric + " is not of a regression");
        };
    return new Measured(
        asked.of(IntStream.generate(() -> 1).limit(rows.length).toArray()),
        Bootstrap.ofRows(rows.length, asked, seed, Normal.CONFIDENCE),
        rows.length);
  }

  private static double[] at(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }

  @Override
  public Evaluation.Confusion confusion() {
    return new Evaluation.Confusion(List.of(), List.of());
  }
}
