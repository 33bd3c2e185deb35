package io.sallyport;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.PlaceholderResolutionException;

/**
 * R08: outside the profile {@code local} nothing starts with a missing or well-known secret, or
 * with a lock left open for a laptop; with it, only for this machine. All that is wrong is told at
 * once, before anything is opened; a secret is never told.
 */
@Component
class StartConditions implements BeanFactoryPostProcessor, EnvironmentAware {

  /** Keycloak's own secrets have 32 characters, 16 hex bytes have as many. */
  private static final int SECRET_LENGTH_MIN = 16;

  /** Each secret, and the name that goes with it: nobody's password is his name. */
  private static final Map<String, String> SECRETS =
      Map.of(
          "spring.datasource.password", "sallyport_application",
          "spring.flyway.password", "sallyport_migration",
          "sallyport.authority.signature-secret", "sallyport-signature",
          "sallyport.authority.api-secret", "sallyport-api",
          "sallyport.web.client-secret", "sallyport-web");

  /** What everybody tries first, alone or as a beginning. */
  private static final List<String> WELL_KNOWN =
      List.of("admin", "changeit", "changeme", "default", "local-", "password", "postgres");

  /** Settings that a laptop may have otherwise, and what they must be. */
  private static final Map<String, Set<String>> LOCKS =
      Map.of(
          "sallyport.aws.fips", Set.of("true", ""),
          "sallyport.aws.endpoint", Set.of(""),
          "sallyport.aws.access-key", Set.of(""),
          "sallyport.aws.secret-key", Set.of(""),
          "sallyport.workflow.deploy-differences", Set.of("false", ""),
          "server.servlet.session.cookie.secure", Set.of("true"));

  private static final List<String> ADDRESSES =
      List.of("sallyport.authority.issuer", "sallyport.authority.base-url");

  private static final String PLACEHOLDER = "${";

  private List<Finding> findings = List.of();

  @Override
  public void setEnvironment(Environment environment) {
    boolean local = environment.acceptsProfiles(Profiles.of("local"));
    findings = local ? onThisMachine(environment) : check(environment);
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (!findings.isEmpty()) throw new Refused(findings);
  }

  /** The profile opens the locks, and so it is no way into production. */
  private static List<Finding> onThisMachine(Environment settings) {
    String address = value(settings, "sallyport.authority.base-url");
    return address.matches("http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?")
        ? List.of()
        : List.of(
            new Finding(
                "start/the-profile-local-is-for-this-machine",
                "sallyport.authority.base-url",
                address.isEmpty() ? "missing" : address,
                "http://127.0.0.1 with the profile local"));
  }

  private static List<Finding> check(Environment settings) {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (String name : SECRETS.keySet().stream().sorted().toList()) {
      String secret = value(settings, name);
      findings.addAll(secret(name, secret));
      String other = secret.isBlank() ? null : seen.put(secret, name);
      if (other != null) {
        findings.add(new Finding("start/each-secret-is-its-own", name, "that of " + other, "new"));
      }
    }
    for (String name : LOCKS.keySet().stream().sorted().toList()) {
      findings.addAll(lock(name, value(settings, name)));
    }
    for (String name : ADDRESSES) {
      findings.addAll(address(name, value(settings, name)));
    }
    return findings;
  }

  private static List<Finding> secret(String name, String secret) {
    String lower = secret.toLowerCase(Locale.ROOT);
    if (secret.isBlank()) {
      return List.of(new Finding("start/secrets-are-set", name, "missing", "a secret"));
    }
    if (secret.contains(PLACEHOLDER)) {
      return List.of(new Finding("start/secrets-are-set", name, "a placeholder", "its value"));
    }
    if (lower.equals(SECRETS.get(name)) || WELL_KNOWN.stream().anyMatch(lower::startsWith)) {
      return List.of(
          new Finding("start/no-default-credentials", name, "well known", "one that nobody knows"));
    }
    return secret.length() >= SECRET_LENGTH_MIN
        ? List.of()
        : List.of(
            new Finding(
                "start/secrets-are-long",
                name,
                secret.length() + " characters long",
                "at least " + SECRET_LENGTH_MIN));
  }

  private static List<Finding> lock(String name, String value) {
    if (LOCKS.getOrDefault(name, Set.of()).contains(value)) return List.of();
    boolean mustBeEmpty = LOCKS.getOrDefault(name, Set.of()).equals(Set.of(""));
    return List.of(
        new Finding(
            "start/laptop-settings-are-off",
            name,
            mustBeEmpty ? "set" : value,
            mustBeEmpty ? "empty outside the profile local" : String.valueOf(!isTrue(value))));
  }

  private static boolean isTrue(String value) {
    return value.equalsIgnoreCase("true");
  }

  private static List<Finding> address(String name, String value) {
    return value.startsWith("https://")
        ? List.of()
        : List.of(
            new Finding(
                "start/addresses-are-https", name, value.isEmpty() ? "missing" : value, "https"));
  }

  /** A placeholder that nobody fills stays one: Keycloak would take it for the secret itself. */
  private static String value(Environment settings, String name) {
    try {
      return settings.getProperty(name, "").strip();
    } catch (PlaceholderResolutionException unset) {
      return PLACEHOLDER;
    }
  }
}
