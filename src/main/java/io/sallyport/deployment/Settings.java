package io.sallyport.deployment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of deployment.
 *
 * @param answerTolerance how far a score or value may lie from the evaluated one, relative
 * @param checkedRows hold-out rows whose answers are compared before service opens
 * @param invocationsPerInstance calls a minute at which another instance is started
 */
@ConfigurationProperties("sallyport.deployment")
record Settings(
    @DefaultValue("1e-6") double answerTolerance,
    @DefaultValue("200") int checkedRows,
    @DefaultValue("600") int invocationsPerInstance) {}
