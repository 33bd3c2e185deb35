package io.sallyport.models;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
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
    @DefaultValue("ml.m5.xlarge") String instanceType,
    @DefaultValue("30") int volumeGigabytes,
    @DefaultValue("2h") Duration maximumRuntime) {}
