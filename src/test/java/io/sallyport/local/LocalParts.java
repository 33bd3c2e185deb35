package io.sallyport.local;

import io.sallyport.local.aws.LocalAws;
import io.sallyport.local.keycloak.LocalKeycloak;
import io.sallyport.local.postgres.LocalPostgres;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * All of the local boundary but the application, once per JVM: real PostgreSQL, real Keycloak, the
 * AWS emulator. They outlive the applications that are started on them.
 */
public final class LocalParts {

  private final LocalAws aws;
  private final ImageSeed images;
  private final LocalKeycloak keycloak;
  private final LocalPostgres.Database database;
  private final Map<String, Object> settings;

  private LocalParts() {
    CompletableFuture<LocalKeycloak> signIn = CompletableFuture.supplyAsync(LocalKeycloak::shared);
    database = LocalPostgres.shared().freshDatabase();
    aws = LocalAws.start(LocalAws.Options.inMemory());
    images = new ImageSeed(aws, Instant.now());
    settings = new HashMap<>(LocalSettings.of(aws, images));
    settings.put("sallyport.aws.timeouts.retry", "1ms"); // nothing gets better by waiting here
    settings.put("sallyport.monitoring.window", "1h"); // a story that needs windows plans its own
    settings.putAll(database.settings());
    keycloak = signIn.join();
    settings.putAll(keycloak.settings());
  }

  public static LocalParts shared() {
    return Shared.PARTS;
  }

  public LocalAws aws() {
    return aws;
  }

  public LocalKeycloak keycloak() {
    return keycloak;
  }

  public LocalPostgres.Database database() {
    return database;
  }

  /** Registers a folder of images as a signed and scanned one; its reference by digest. */
  String image(String repository, String folder) {
    return images.plant(repository, folder);
  }

  /** What an application must be told to use these parts: property names. */
  public Map<String, Object> settings() {
    return Map.copyOf(settings);
  }

  private static final class Shared {
    static final LocalParts PARTS = new LocalParts();
  }
}
