package io.sallyport.aws.serving;

import java.time.Duration;

/**
 * An alarm on one of SageMaker's metrics of an endpoint: it rings when the metric is above the
 * threshold in each of the periods.
 *
 * @param metric for example {@code Invocation5XXErrors} or {@code ModelLatency} (microseconds)
 * @param statistic {@code Sum}, {@code Average} or {@code Maximum}
 */
public record AlarmDefinition(
    String name,
    String endpoint,
    String metric,
    String statistic,
    double threshold,
    Duration period,
    int periods) {}
