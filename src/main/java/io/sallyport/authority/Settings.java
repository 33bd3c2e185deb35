package io.sallyport.authority;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
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
 * @param requiredAcr the level of authentication that a signature needs
 */
@Validated
@ConfigurationProperties("sallyport.authority")
record Settings(
    URI issuer,
    @Nullable URI issuerInside,
    URI baseUrl,
    @NotBlank String signatureSecret,
    @NotBlank String apiSecret,
    @DefaultValue("il5-sign") String requiredAcr) {}
