package io.sallyport.local;

import io.sallyport.Application;
import io.sallyport.aws.EveryRequestIsValid;
import io.sallyport.local.aws.LocalAws;
import io.sallyport.local.keycloak.LocalKeycloak;
import io.sallyport.local.postgres.LocalPostgres;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole boundary for tests, once per JVM: real PostgreSQL, real Keycloak, the AWS emulator, the
 * application. Every request to AWS is checked against AWS's own models.
 */
public final class LocalBoundary {

  private final LocalAws aws;
  private final ImageSeed images;
  private final LocalKeycloak keycloak;
  private final ConfigurableApplicationContext application;

  private LocalBoundary() {
    CompletableFuture<LocalKeycloak> signIn = CompletableFuture.supplyAsync(LocalKeycloak::shared);
    LocalPostgres.Database database = LocalPostgres.shared().freshDatabase();
    aws = LocalAws.start(LocalAws.Options.inMemory());
    images = new ImageSeed(aws, Instant.now());
    Map<String, Object> settings = new HashMap<>(LocalSettings.of(aws, images));
    settings.putAll(database.settings());
    keycloak = signIn.join();
    settings.putAll(keycloak.settings());
    settings.put("management.server.port", 0);
    application = Application.start(settings, new EveryRequestIsValid());
  }

  public static LocalBoundary shared() {
    return Shared.BOUNDARY;
  }

  public LocalAws aws() {
    return aws;
  }

  public LocalKeycloak keycloak() {
    return keycloak;
  }

  /** Where the application answers. */
  public URI address() {
    return keycloak.application();
  }

  /**
   * Registers a folder of {@code src/test/resources/images} as a signed and scanned image; returns
   * its reference by digest.
   */
  public String image(String repository, String folder) {
    return images.plant(repository, folder);
  }

  /** Submits samples as Emil would, in a program. */
  public SampleSubmission sample(String program) {
    return new SampleSubmission(application, program);
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  private static final class Shared {
    static final LocalBoundary BOUNDARY = new LocalBoundary();
  }
}
