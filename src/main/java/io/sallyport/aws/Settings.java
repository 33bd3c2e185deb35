package io.sallyport.aws;

import io.sallyport.rules.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the product reaches AWS (S02, R08). In production FIPS endpoints are mandatory and
 * credentials come from the platform; an endpoint of one's own, with keys in the settings, is for
 * the local boundary and must be on this machine.
 *
 * @param region the one region of the boundary, for example {@code us-gov-west-1}
 * @param account the twelve digits of the boundary's account
 * @param endpoint where the emulator listens; empty in production
 * @param fips whether FIPS endpoints are used; may be false only with {@code endpoint}
 * @param accessKey access key of the product's role at the emulator; never in production
 * @param secretKey its secret; never in production
 * @param roles the roles the product assumes or hands to jobs
 * @param buckets the product's own buckets
 * @param keys the product's own keys
 * @param eventQueue URL of the queue that receives EventBridge's events; empty: nothing is received
 * @param invocationVpcEndpoint id of the VPC endpoint through which alone a model may be invoked;
 *     empty: permissions carry no such condition
 * @param objectSizeMax bytes of an object that is copied to its digest: data, and what jobs write.
 *     It is read once to be measured, and a step must end within {@code
 *     sallyport.workflow.step-time-max}
 * @param timeouts how long calls may take
 */
@Validated
@ConfigurationProperties("sallyport.aws")
public record Settings(
    @NotBlank String region,
    @NotNull @Pattern(regexp = "[0-9]{12}") String account,
    @Nullable URI endpoint,
    @DefaultValue("true") boolean fips,
    @Nullable String accessKey,
    @Nullable String secretKey,
    @Valid @NotNull Roles roles,
    @Valid @DefaultValue OwnBuckets buckets,
    @Valid @DefaultValue OwnKeys keys,
    @DefaultValue("") String eventQueue,
    @DefaultValue("") @Pattern(regexp = "(vpce-[0-9a-f]{8,17})?") String invocationVpcEndpoint,
    @DefaultValue("64GB") DataSize objectSizeMax,
    @Valid @DefaultValue Timeouts timeouts) {

  private static final String ROLE = "arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+";
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Refuses a mixture of the local boundary and production. */
  public Settings {
    if (endpoint == null) {
      require("aws/fips-endpoints", "sallyport.aws.fips", fips, "true without an endpoint");
      boolean noKeys = accessKey == null && secretKey == null;
      require("aws/no-keys-in-settings", "sallyport.aws.access-key", noKeys, "empty in production");
    } else {
      require("aws/fips-endpoints", "sallyport.aws.fips", !fips, "false with an endpoint");
      boolean here = THIS_MACHINE.contains(String.valueOf(endpoint.getHost()));
      require("aws/endpoint-is-on-this-machine", endpoint, here, "a loopback address");
    }
  }

  private static void require(String rule, Object subject, boolean holds, String limit) {
    if (!holds) throw new Refused(rule, subject, "set otherwise", limit);
  }

  /**
   * Roles by ARN.
   *
   * @param invoking the only role that may invoke endpoints, when its own policy says so
   * @param checking invokes while a deployment verifies its answers, at no other time
   * @param jobs execution role of the product's own jobs and of models under evaluation
   */
  public record Roles(
      @NotNull @Pattern(regexp = ROLE) String invoking,
      @NotNull @Pattern(regexp = ROLE) String checking,
      @NotNull @Pattern(regexp = ROLE) String jobs) {}

  /**
   * Buckets by name.
   *
   * @param artifacts content-addressed copies and outputs of runs
   * @param evidence facts, packages and archives, under object lock
   */
  public record OwnBuckets(
      @DefaultValue("sallyport-artifacts") @NotBlank String artifacts,
      @DefaultValue("sallyport-evidence") @NotBlank String evidence) {}

  /**
   * Keys by id, alias or ARN.
   *
   * @param data symmetric key for what the product stores
   * @param evidenceSigning ECC P-384 key that signs evidence
   */
  public record OwnKeys(
      @DefaultValue("alias/sallyport-data") @NotBlank String data,
      @DefaultValue("alias/sallyport-evidence-signing") @NotBlank String evidenceSigning) {}

  /**
   * Limits of time.
   *
   * @param connect to open a connection
   * @param attempt one try of a call
   * @param call a call with its retries
   * @param object one try of a call that moves or copies bytes of an object
   * @param receive how long a look into the event queue waits, at most 20 s
   * @param permission how long a step looks whether IAM has applied a changed permission; when it
   *     has not, the step is tried again later
   * @param retry the longest pause before a call that failed is tried again; twice that before the
   *     next try. What AWS throttles waits ten times as long
   */
  public record Timeouts(
      @DefaultValue("5s") Duration connect,
      @DefaultValue("20s") Duration attempt,
      @DefaultValue("60s") Duration call,
      @DefaultValue("15m") Duration object,
      @DefaultValue("10s") Duration receive,
      @DefaultValue("5s") Duration permission,
      @DefaultValue("100ms") @DurationMin(millis = 1) Duration retry) {}
}
