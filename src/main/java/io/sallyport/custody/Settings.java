package io.sallyport.custody;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger.
 *
 * @param retention how long an envelope in the evidence bucket cannot be removed by anybody: the
 *     records schedule
 * @param copyRetry pause before an envelope that could not be copied is tried again; doubled after
 *     each further failure
 * @param copyRetryMax the longest such pause
 * @param copyLagMax an envelope that waits longer than this to be copied is named in health and on
 *     the page of operations
 */
@ConfigurationProperties("sallyport.custody")
record Settings(
    @DefaultValue("3650d") Duration retention,
    @DefaultValue("5s") Duration copyRetry,
    @DefaultValue("15m") Duration copyRetryMax,
    @DefaultValue("5m") Duration copyLagMax) {}
