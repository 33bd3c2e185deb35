package io.sallyport.authority;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the sign-in server as this application uses it.
 *
 * @param issuer the realm's address, as tokens name it
 * @param issuerInside the realm's address as this application reaches it, when that is another one
 * @param baseUrl this application's address, as browsers reach it
 * @param signatureSecret secret of client {@code sallyport-signature}
 * @param apiSecret secret of client {@code sallyport-api}
 * @param rightsAgeMax how old the directory's answer about a decider may be when the decision is
 *     recorded, a minute at most (R12); with an older one nothing is decided
 * @param requiredAcr the level of authentication that a signature needs
 */
@Validated
@ConfigurationProperties("sallyport.authority")
public record Settings(
    URI issuer,
    @Nullable URI issuerInside,
    URI baseUrl,
    @NotBlank String signatureSecret,
    @NotBlank String apiSecret,
    @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(seconds = 60) Duration rightsAgeMax,
    @DefaultValue("il5-sign") String requiredAcr) {}
