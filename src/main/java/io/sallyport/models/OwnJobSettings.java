package io.sallyport.models;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the product's own jobs run on.
 *
 * @param image the jobs image, by digest
 * @param instanceType what they run on
 * @param volumeGigabytes encrypted volume of each
 * @param maximumRuntime after which SageMaker stops one
 */
@Validated
@ConfigurationProperties("sallyport.jobs")
record OwnJobSettings(
    @NotBlank String image,
    @DefaultValue("ml.m5.xlarge") @NotBlank String instanceType,
    @DefaultValue("30") @Min(1) @Max(16_384) int volumeGigabytes,
    @DefaultValue("2h") @DurationMin(minutes = 1) @DurationMax(days = 5) Duration maximumRuntime) {}
