package io.sallyport.web;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sessions and tokens.
 *
 * @param clientSecret secret of client {@code sallyport-web}
 * @param idleMax a session ends after this long without a person's request (AC-12)
 * @param administratorIdleMax the same for an administrator
 * @param learnRightsEvery how old what we know of a person's rights may be; a minute at most (R12)
 * @param rememberTokensFor how long an introspection is believed; a minute at most (R12)
 * @param machines clients whose service accounts may submit and read
 */
@Validated
@ConfigurationProperties("sallyport.web")
record Settings(
    @NotBlank String clientSecret,
    @DefaultValue("15m") @DurationMax(minutes = 15) Duration idleMax,
    @DefaultValue("10m") @DurationMax(minutes = 10) Duration administratorIdleMax,
    @DefaultValue("30s") @DurationMin @DurationMax(seconds = 60) Duration learnRightsEvery,
    @DefaultValue("30s") @DurationMin @DurationMax(seconds = 60) Duration rememberTokensFor,
    @DefaultValue Set<String> machines) {}
