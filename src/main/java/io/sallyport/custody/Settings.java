package io.sallyport.custody;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ledger.
 *
 * @param retention how long what lies in the evidence bucket cannot be removed by anybody: the
 *     records schedule, three years at least
 * @param copyRetry pause before an envelope that could not be copied is tried again; doubled after
 *     each further failure
 * @param copyRetryMax the longest such pause
 * @param copyLagMax an envelope that waits longer than this to be copied is named in health and on
 *     the page of operations
 */
@Validated
@ConfigurationProperties("sallyport.custody")
record Settings(
    @DefaultValue("3650d") @DurationMin(days = 1096) Duration retention,
    @DefaultValue("5s") @DurationMin(seconds = 1) Duration copyRetry,
    @DefaultValue("15m") @DurationMin(seconds = 1) Duration copyRetryMax,
    @DefaultValue("5m") @DurationMin(seconds = 1) Duration copyLagMax) {}
