package io.sallyport.rules.technical;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts of a satellite model that passes Gate 1, and the same with one thing changed. */
record FactsForGate1(
    EvaluationPlan plan, Evaluation evaluation, Floors floors, int look, FixedSets fixed) {

  static final Floors FLOORS =
      new Floors(300, 30, Map.of("accuracy", "0.70", "log-loss", "1.5", "r2", "0.30"), "0.005", 10);

  /** A random forest of the reference: 1281 of 1381. */
  static final MetricResult PROVEN = accuracy("0.927589", "0.907519", "0.943571");

  /** A logistic model of the reference: 1187 of 1381, above the threshold and not proven. */
  static final MetricResult NOT_PROVEN = accuracy("0.859522", "0.833713", "0.881893");

  static FactsForGate1 passing() {
    EvaluationPlan plan = plan(request("accuracy", "0.85"));
    return new FactsForGate1(plan, evaluation(plan, PROVEN), FLOORS, 1, new FixedSets("aa", "bb"));
  }

  static RequestedMetric request(String name, String threshold) {
    return new RequestedMetric(name, threshold, Optional.empty());
  }

  static EvaluationPlan plan(RequestedMetric... asked) {
    return new EvaluationPlan(
        "land_cover", EvaluationPlan.CLASSIFICATION, List.of(asked), Optional.empty(), 7);
  }

  static MetricResult accuracy(String measured, String lower, String upper) {
    return new MetricResult(
        "accuracy", Optional.empty(), measured, lower, upper, 1381, Metric.AT_LEAST);
  }

  static Evaluation evaluation(EvaluationPlan plan, MetricResult... results) {
    return new Evaluation(
        plan,
        1381,
        5054,
        Map.of("grey_soil", 303L, "red_soil", 1078L),
        List.of(),
        List.of(results),
        new Evaluation.Confusion(List.of(), List.of()),
        new Evaluation.Overlap(0, 1381, 0, "0.000000", Optional.empty()),
        new Evaluation.SetsRead("aa", "bb", "cc", "dd"));
  }

  /** The plan, followed by the evaluation, with these results. */
  FactsForGate1 asking(EvaluationPlan other, MetricResult... results) {
    return new FactsForGate1(other, evaluation(other, results), floors, look, fixed);
  }

  FactsForGate1 measured(MetricResult... results) {
    return asking(plan, results);
  }

  FactsForGate1 fixed(EvaluationPlan other) {
    return new FactsForGate1(other, evaluation, floors, look, fixed);
  }

  FactsForGate1 fixed(FixedSets other) {
    return new FactsForGate1(plan, evaluation, floors, look, other);
  }

  FactsForGate1 look(int number) {
    return new FactsForGate1(plan, evaluation, floors, number, fixed);
  }

  FactsForGate1 rows(long rows, Map<String, Long> classes) {
    return with(
        new Evaluation(
            plan,
            rows,
            evaluation.trainRows(),
            classes,
            evaluation.slices(),
            evaluation.metrics(),
            evaluation.confusion(),
            evaluation.overlap(),
            evaluation.read()));
  }

  FactsForGate1 slices(Evaluation.SliceRows... slices) {
    return with(
        new Evaluation(
            plan,
            evaluation.rows(),
            evaluation.trainRows(),
            evaluation.classes(),
            List.of(slices),
            evaluation.metrics(),
            evaluation.confusion(),
            evaluation.overlap(),
            evaluation.read()));
  }

  FactsForGate1 overlap(Evaluation.Overlap overlap) {
    return with(
        new Evaluation(
            plan,
            evaluation.rows(),
            evaluation.trainRows(),
            evaluation.classes(),
            evaluation.slices(),
            evaluation.metrics(),
            evaluation.confusion(),
            overlap,
            evaluation.read()));
  }

  FactsForGate1 floors(Floors other) {
    return new FactsForGate1(plan, evaluation, other, look, fixed);
  }

  private FactsForGate1 with(Evaluation other) {
    return new FactsForGate1(plan, other, floors, look, fixed);
  }

  TechnicalFacts facts() {
    return facts("routine");
  }

  /** The floors were looked up by this tier. */
  TechnicalFacts facts(String floorsOf) {
    return new TechnicalFacts(plan, evaluation, floors, look, fixed, floorsOf, "routine");
  }
}
