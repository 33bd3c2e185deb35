package io.sallyport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** R08: what production must not be started with, and the laptop must. */
class SettingsTest {

  @Test
  void R08_production_without_fips_endpoints_does_not_start() {
    assertThatThrownBy(() -> bind(Map.of("fips", "false")))
        .hasRootCauseMessage(
            "aws/fips-endpoints: sallyport.aws.fips is set otherwise;"
                + " the limit is true without an endpoint");
  }

  @Test
  void R08_production_with_keys_in_its_settings_does_not_start() {
    assertThatThrownBy(() -> bind(Map.of("access-key", "AKIA")))
        .hasRootCauseMessage(
            "aws/no-keys-in-settings: sallyport.aws.access-key is set otherwise;"
                + " the limit is empty in production");
  }

  @Test
  void R08_an_endpoint_elsewhere_is_refused() {
    assertThatThrownBy(() -> bind(Map.of("fips", "false", "endpoint", "http://10.0.0.7:4566")))
        .hasRootCauseMessage(
            "aws/endpoint-is-on-this-machine: http://10.0.0.7:4566 is set otherwise;"
                + " the limit is a loopback address");
  }

  @Test
  void R08_production_needs_region_account_and_roles_alone() {
    Settings settings = bind(Map.of());

    assertThat(settings.fips()).isTrue();
    assertThat(settings.buckets().evidence()).isEqualTo("sallyport-evidence");
    assertThat(settings.timeouts().attempt()).hasSeconds(20);
  }

  private static Settings bind(Map<String, String> more) {
    String role = "arn:aws-us-gov:iam::123456789012:role/sallyport-";
    Map<String, String> all = new HashMap<>();
    all.put("sallyport.aws.region", "us-gov-west-1");
    all.put("sallyport.aws.account", "123456789012");
    all.put("sallyport.aws.roles.invoking", role + "invoking");
    all.put("sallyport.aws.roles.checking", role + "checking");
    all.put("sallyport.aws.roles.jobs", role + "jobs");
    more.forEach((name, value) -> all.put("sallyport.aws." + name, value));
    return new Binder(new MapConfigurationPropertySource(all))
        .bind("sallyport.aws", Settings.class)
        .get();
  }
}
