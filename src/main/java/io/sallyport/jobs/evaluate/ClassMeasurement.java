package io.sallyport.jobs.evaluate;

import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.Metric;
import io.sallyport.rules.technical.MetricResult;
import io.sallyport.rules.technical.RequestedMetric;
import io.sallyport.rules.technical.statistics.Bootstrap;
import io.sallyport.rules.technical.statistics.ConfusionMatrix;
import io.sallyport.rules.technical.statistics.Interval;
import io.sallyport.rules.technical.statistics.Normal;
import io.sallyport.rules.technical.statistics.RowMetric;
import io.sallyport.rules.technical.statistics.Wilson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Predicted classes beside the true ones. */
final class ClassMeasurement implements Measurement {

  private final long seed;
  private final ClassPredictions predictions;

  private ClassMeasurement(long seed, ClassPredictions predictions) {
    this.seed = seed;
    this.predictions = predictions;
  }

  static ClassMeasurement of(
      long seed, EvaluationSet train, EvaluationSet heldOut, Path predictions) throws IOException {
    return new ClassMeasurement(seed, ClassPredictions.read(train, heldOut, predictions));
  }

  @Override
  public Optional<MetricResult> of(RequestedMetric asked, int[] rows) {
    Optional<Metric> metric = Metric.named(asked.name()).filter(each -> !each.ofRegression());
    if (metric.isEmpty()) return Optional.empty();
    int c = Metric.classIn(asked.name()).map(predictions.labels()::indexOf).orElse(0);
    if (c < 0) return Optional.empty();
    ClassPredictions chosen = predictions.at(rows);
    return measured(metric.get(), c, chosen).flatMap(each -> each.result(asked, metric.get()));
  }

  private Optional<Measured> measured(Metric metric, int c, ClassPredictions chosen) {
    ConfusionMatrix matrix = chosen.matrix();
    return switch (metric) {
      case ACCURACY -> share(matrix.hits(), matrix.rows());
      case RECALL -> share(matrix.hits(c), matrix.support(c));
      case F1 -> counted(matrix, each -> each.f1(c), matrix.support(c));
      case BALANCED_ACCURACY -> counted(matrix, ConfusionMatrix::balancedAccuracy, matrix.rows());
      case MACRO_F1 -> counted(matrix, ConfusionMatrix::macroF1, matrix.rows());
      case WEIGHTED_F1 -> counted(matrix, ConfusionMatrix::weightedF1, matrix.rows());
      case AUROC -> chosen.auroc().map(auroc -> resampled(auroc, chosen.rows(), true));
      case LOG_LOSS -> chosen.logLoss().map(loss -> resampled(loss, chosen.rows(), false));
      case EXPECTED_CALIBRATION_ERROR ->
          chosen.calibrationError().map(error -> resampled(error, chosen.rows(), true));
      case MAE, RMSE, R2 -> Optional.empty();
    };
  }

  private static Optional<Measured> share(long hits, long n) {
    if (n == 0) return Optional.empty();
    Interval interval = Wilson.interval(hits, n, Normal.CONFIDENCE);
    return Optional.of(new Measured((double) hits / n, interval, n));
  }

  private Optional<Measured> counted(
      ConfusionMatrix matrix, ToDoubleFunction<ConfusionMatrix> metric, long n) {
    if (n == 0) return Optional.empty();
    double value = metric.applyAsDouble(matrix);
    Interval interval = Bootstrap.ofMatrix(matrix, metric, seed, Normal.CONFIDENCE);
    return Optional.of(new Measured(value, spread(value, interval, n), n));
  }

  private Measured resampled(RowMetric metric, int n, boolean upToOne) {
    double value = metric.of(IntStream.generate(() -> 1).limit(n).toArray());
    Interval interval = Bootstrap.ofRows(n, metric, seed, Normal.CONFIDENCE);
    return new Measured(value, upToOne ? spread(value, interval, n) : interval, n);
  }

  /** No resample of a faultless set has a fault; that proves no more than so many hits do. */
  private static Interval spread(double value, Interval interval, long n) {
    if (interval.lower() < interval.upper()) return interval;
    return Wilson.interval(Math.round(value * n), n, Normal.CONFIDENCE).including(value);
  }

  @Override
  public Evaluation.Confusion confusion() {
    ConfusionMatrix matrix = predictions.matrix();
    int classes = predictions.labels().size();
    List<List<Long>> counts =
        IntStream.range(0, classes)
            .mapToObj(c -> LongStream.range((long) c * classes, (c + 1L) * classes))
            .map(cells -> cells.mapToObj(cell -> matrix.count((int) cell)).toList())
            .toList();
    return new Evaluation.Confusion(predictions.labels(), counts);
  }
}
