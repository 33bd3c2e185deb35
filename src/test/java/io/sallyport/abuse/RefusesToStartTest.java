package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.Application;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Row 8 of the abuse suite: what the real application does not start with in production. */
@ExtendWith(OutputCaptureExtension.class)
class RefusesToStartTest {

  private static final String SECRET = "Zq4-Vb9.Kd2_Lr7x";

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "sallyport.web.client-secret", "", "secrets-are-set", "missing; the limit is a secret"),
        fault(
            "sallyport.authority.api-secret",
            "${SALLYPORT_UNSET_SECRET}",
            "secrets-are-set",
            "a placeholder; the limit is its value"),
        fault("spring.datasource.password", "postgres", "no-default-credentials", KNOWN),
        fault("spring.flyway.password", "Sallyport_Migration", "no-default-credentials", KNOWN),
        fault("sallyport.authority.signature-secret", "changeme-changeme", DEFAULT, KNOWN),
        fault(
            "sallyport.authority.signature-secret",
            "short",
            "secrets-are-long",
            "5 characters long; the limit is at least 16"),
        fault(
            "sallyport.authority.api-secret", SECRET + "web", "each-secret-is-its-own", "that of"),
        fault("sallyport.aws.fips", "false", LAPTOP, "false; the limit is true"),
        fault("sallyport.aws.access-key", "AKIA", LAPTOP, EMPTY),
        fault("sallyport.aws.endpoint", "http://127.0.0.1:4566", LAPTOP, EMPTY),
        fault("sallyport.workflow.deploy-differences", "true", LAPTOP, "true; the limit is false"),
        fault("server.servlet.session.cookie.secure", "false", LAPTOP, "false; the limit is true"),
        fault(
            "sallyport.authority.issuer",
            "http://sign-in.mil/realms/sallyport",
            "addresses-are-https",
            "http://sign-in.mil/realms/sallyport; the limit is https"));
  }

  private static final String KNOWN = "well known; the limit is one that nobody knows";
  private static final String EMPTY = "set; the limit is empty outside the profile local";
  private static final String DEFAULT = "no-default-credentials";
  private static final String LAPTOP = "laptop-settings-are-off";

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("faults")
  void R08_one_fault_refuses_the_start_and_is_named(
      String setting, String value, String rule, String said) {
    Map<String, Object> settings = good();
    settings.put(setting, value);

    assertThatThrownBy(() -> Application.startInProduction(settings))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.findings()).hasSize(1);
              assertThat(refused).hasMessageContaining("start/" + rule).hasMessageContaining(said);
            });
  }

  @Test
  void R08_without_any_setting_all_that_is_missing_is_told_at_once(CapturedOutput output) {
    assertThatThrownBy(() -> Application.startInProduction(Map.of()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::subject)
                    .containsExactlyElementsOf(missing()));

    assertThat(output).contains("APPLICATION FAILED TO START").contains(missing());
  }

  @Test
  void R08_the_profile_of_a_laptop_is_no_way_into_production() {
    Map<String, Object> settings = Map.of("sallyport.authority.base-url", "https://sallyport.mil");

    assertThatThrownBy(() -> Application.start(settings))
        .hasMessage(
            "start/the-profile-local-is-for-this-machine: sallyport.authority.base-url is"
                + " https://sallyport.mil; the limit is http://127.0.0.1 with the profile local");
  }

  @Test
  void R08_no_secret_is_told(CapturedOutput output) {
    Map<String, Object> settings = good();
    settings.put("sallyport.web.client-secret", "hunter2");

    assertThatThrownBy(() -> Application.startInProduction(settings))
        .message()
        .doesNotContain("hunter2", SECRET);
    assertThat(output).contains("7 characters long").doesNotContain("hunter2", SECRET);
  }

  private static List<String> missing() {
    return List.of(
        "sallyport.authority.api-secret",
        "sallyport.authority.signature-secret",
        "sallyport.web.client-secret",
        "spring.datasource.password",
        "spring.flyway.password",
        "sallyport.authority.issuer",
        "sallyport.authority.base-url");
  }

  private static Map<String, Object> good() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.datasource.password", SECRET + "data");
    settings.put("spring.flyway.password", SECRET + "flyway");
    settings.put("sallyport.authority.signature-secret", SECRET + "sign");
    settings.put("sallyport.authority.api-secret", SECRET + "api");
    settings.put("sallyport.web.client-secret", SECRET + "web");
    settings.put("sallyport.authority.issuer", "https://sign-in.mil/realms/sallyport");
    settings.put("sallyport.authority.base-url", "https://sallyport.mil");
    return settings;
  }

  private static Arguments fault(String setting, String value, String rule, String said) {
    return Arguments.of(setting, value, rule, said);
  }
}
