package io.sallyport.local;

import io.sallyport.Application;
import io.sallyport.aws.EveryRequestIsValid;
import io.sallyport.local.aws.LocalAws;
import io.sallyport.local.keycloak.LocalKeycloak;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole boundary for tests, once per JVM: real PostgreSQL, real Keycloak, the AWS emulator, the
 * application. Every request to AWS is checked against AWS's own models.
 */
public final class LocalBoundary {

  private final LocalParts parts = LocalParts.shared();
  private final ConfigurableApplicationContext application;

  private LocalBoundary() {
    Map<String, Object> settings = new HashMap<>(parts.settings());
    settings.put("management.server.port", 0);
    application = Application.start(settings, new EveryRequestIsValid());
  }

  public static LocalBoundary shared() {
    return Shared.BOUNDARY;
  }

  public LocalAws aws() {
    return parts.aws();
  }

  public LocalKeycloak keycloak() {
    return parts.keycloak();
  }

  /** Where the application answers. */
  public URI address() {
    return keycloak().application();
  }

  /**
   * Registers a folder of {@code src/test/resources/images} as a signed and scanned image; returns
   * its reference by digest.
   */
  public String image(String repository, String folder) {
    return parts.image(repository, folder);
  }

  /** Submits samples as Emil would, in a program, with a forest that is small enough for a test. */
  public SampleSubmission sample(String program) {
    return new SampleSubmission(application, program).forTests();
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  private static final class Shared {
    static final LocalBoundary BOUNDARY = new LocalBoundary();
  }
}
