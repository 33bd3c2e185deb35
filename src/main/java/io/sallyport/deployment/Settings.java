package io.sallyport.deployment;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of deployment.
 *
 * @param answerTolerance how far a score or value may lie from the evaluated one, relative; a
 *     thousandth at most
 * @param checkedRows hold-out rows whose answers are compared before service opens, 1 to 10,000:
 *     they are one request
 * @param invocationsPerInstance calls a minute at which another instance is started
 */
@Validated
@ConfigurationProperties("sallyport.deployment")
record Settings(
    @DefaultValue("1e-6") @PositiveOrZero @DecimalMax("0.001") double answerTolerance,
    @DefaultValue("200") @Min(1) @Max(10_000) int checkedRows,
    @DefaultValue("600") @Min(1) int invocationsPerInstance) {}
