package io.sallyport.local;

import io.sallyport.Application;
import io.sallyport.local.Preflight.Port;
import io.sallyport.local.aws.LocalAws;
import io.sallyport.local.keycloak.DemoCodes;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.LocalKeycloak;
import io.sallyport.local.postgres.LocalPostgres;
import io.sallyport.models.Models;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.context.ApplicationContext;

/**
 * {@code ./mvnw spring-boot:test-run}: the whole boundary on this machine, with its data under
 * {@code ./.sallyport/}, listening on 127.0.0.1 alone.
 */
public final class LocalSallyport {

  private static final Path FOLDER = Path.of(".sallyport");
  private static final int APPLICATION = 8080;
  private static final int CODES = 8082;
  private static final int AWS = 8083;
  private static final int POSTGRES = 8084;
  private static final int KEYCLOAK = 8085;
  private static final int KEYCLOAK_HEALTH = 8086;
  private static final int MANAGEMENT = 9090;

  private final PrintStream out = System.out;
  private final Instant started = Instant.now();

  private LocalSallyport() {}

  public static void main(String[] arguments) {
    try {
      new LocalSallyport().run();
    } catch (RuntimeException refused) {
      System.err.println("\nSallyport does not start:\n  " + explained(refused));
      System.exit(1);
    }
  }

  private void run() {
    List<String> problems = Preflight.problems(FOLDER, ports());
    if (!problems.isEmpty()) throw new IllegalStateException(String.join("\n  ", problems));
    say("Starting PostgreSQL, Keycloak and the AWS emulator under " + FOLDER.toAbsolutePath());
    LocalKeycloak keycloak =
        LocalKeycloak.kept(
            FOLDER.resolve("keycloak"),
            new LocalKeycloak.Ports(KEYCLOAK, KEYCLOAK_HEALTH, APPLICATION));
    CompletableFuture<?> signIn = CompletableFuture.runAsync(keycloak::start);
    ApplicationContext application = startApplication(keycloak.settings());
    signIn.join();
    say("Keycloak is ready on port " + KEYCLOAK);
    submitTheSampleOnce(application);
    DemoCodes codes = new DemoCodes(CODES, keycloak.application(), Clock.systemUTC());
    welcome(keycloak.application(), codes.address());
  }

  /** The application needs no sign-in server to start: that one becomes ready meanwhile. */
  private ApplicationContext startApplication(Map<String, Object> signIn) {
    Map<String, Object> settings = new HashMap<>(signIn);
    settings.putAll(LocalPostgres.kept(FOLDER.resolve("postgres"), POSTGRES).database().settings());
    say("PostgreSQL is ready on port " + POSTGRES);
    LocalAws aws =
        LocalAws.start(LocalAws.Options.inMemory().onPort(AWS).in(FOLDER.resolve("aws")));
    settings.putAll(LocalSettings.of(aws, new ImageSeed(aws, Instant.now())));
    say("AWS answers on port " + AWS);
    ApplicationContext application = Application.start(settings);
    say("Sallyport answers on port " + APPLICATION);
    return application;
  }

  /** A PostgreSQL that a killed start left behind is adopted, and then holds its port. */
  private static List<Port> ports() {
    List<Port> ports =
        new ArrayList<>(
            List.of(
                new Port(APPLICATION, "Sallyport"),
                new Port(CODES, "The page of demo people"),
                new Port(AWS, "The AWS emulator"),
                new Port(KEYCLOAK, "Keycloak"),
                new Port(KEYCLOAK_HEALTH, "Keycloak's health"),
                new Port(MANAGEMENT, "The health of Sallyport")));
    if (!Files.exists(FOLDER.resolve("postgres/data/postmaster.pid"))) {
      ports.add(new Port(POSTGRES, "PostgreSQL"));
    }
    return ports;
  }

  private void submitTheSampleOnce(ApplicationContext application) {
    if (application.getBean(Models.class).versions("land-cover").isEmpty()) {
      String id = new SampleSubmission(application, "sentinel").satellite().id();
      say("Submitted the satellite sample as " + id + ": about two minutes to Gate 3");
    }
  }

  private void welcome(URI application, URI codes) {
    say("Ready");
    out.println();
    out.println("  Sallyport      " + application);
    out.println("  Demo people    " + codes + "   (passwords and current one-time codes)");
    DemoPeople.all()
        .forEach(
            person ->
                out.printf(
                    "    %-8s %-12s %s%n",
                    person.username(), person.password(), String.join(" ", person.groups())));
    out.println();
    out.println(
        "  Next: sign in as alice, with the code that the second page shows; her inbox asks");
    out.println("  for a decision about land-cover-1 once it waits at Gate 3. README.md goes on.");
    out.println("  Ctrl-C ends everything; ./sallyport reset begins anew.");
    out.println();
  }

  private void say(String what) {
    Duration since = Duration.between(started, Instant.now());
    out.printf("%5.1f s  %s%n", since.toMillis() / 1_000.0, what);
  }

  private static String explained(Throwable trouble) {
    Throwable root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage() == null ? root : root.getMessage());
    return root instanceof FlywayValidateException
        ? "The data here were made by other migrations. Run ./sallyport reset, then start again.\n  "
            + message
        : message;
  }
}
