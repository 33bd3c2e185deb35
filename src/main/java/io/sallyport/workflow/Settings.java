package io.sallyport.workflow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine.
 *
 * @param deployDifferences deploy the class path's diagrams at start when they differ from the
 *     release in force; for a laptop only, elsewhere only a decided change is deployed
 * @param hintLifetime how long the end of a job is offered to a case that does not wait for it yet;
 *     after that the timer re-reads
 */
@ConfigurationProperties("sallyport.workflow")
record Settings(
    @DefaultValue("false") boolean deployDifferences, @DefaultValue("2m") Duration hintLifetime) {}
