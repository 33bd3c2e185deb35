package io.sallyport.web;

import io.sallyport.local.keycloak.LocalKeycloak;
import io.sallyport.local.postgres.LocalPostgres;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts database and sign-in server side by side and tells the application where they are. */
final class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    CompletableFuture<LocalKeycloak> keycloak =
        CompletableFuture.supplyAsync(LocalKeycloak::shared);
    Map<String, Object> settings = new HashMap<>(LocalPostgres.shared().freshDatabase().settings());
    settings.putAll(keycloak.join().settings());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("real parts", settings));
  }
}
