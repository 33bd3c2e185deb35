package io.sallyport.jobs.evaluate;

import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.MetricResult;
import io.sallyport.rules.technical.RequestedMetric;
import java.util.Optional;

/** Predictions of one kind beside the truth, and the metrics that can be measured on them. */
interface Measurement {

  /** The metric on these held-out rows; empty if it cannot be measured. */
  Optional<MetricResult> of(RequestedMetric asked, int[] rows);

  Evaluation.Confusion confusion();
}
