package io.sallyport.monitoring.windows;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of monitoring.
 *
 * @param window how long a window is; one with too few rows is added to the next. At most an hour:
 *     what SageMaker captures lies in folders of an hour
 * @param captureDelay how long after the end of a window its last requests may still be written
 * @param lookEvery how often this node looks for windows that have ended and jobs that have
 */
@Validated
@ConfigurationProperties("sallyport.monitoring")
record Settings(
    @DefaultValue("1h") @DurationMin(seconds = 10) @DurationMax(hours = 1) Duration window,
    @DefaultValue("5m") @DurationMin(seconds = 1) Duration captureDelay,
    @DefaultValue("30s") @DurationMin(seconds = 1) Duration lookEvery) {}
