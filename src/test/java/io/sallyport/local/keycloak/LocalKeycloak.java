package io.sallyport.local.keycloak;

import io.sallyport.local.postgres.LastOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/**
 * The real Keycloak server as a child process, with the realm of {@code realm-config} imported and
 * the demo people in it. Listens on loopback only; ends with this JVM, however that ends. L1.
 */
public final class LocalKeycloak implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final Ports ports;
  private final Path folder;
  private final Secrets secrets;
  private Optional<Process> server = Optional.empty();

  private LocalKeycloak(Ports ports, Path folder, Secrets secrets) {
    this.ports = ports;
    this.folder = folder;
    this.secrets = secrets;
  }

  /**
   * Starts the server and waits until it is ready.
   *
   * @throws IllegalStateException if a port is taken, or the realm's files changed since they were
   *     imported; the message says what to do
   */
  public LocalKeycloak start() {
    RealmFiles realm = new RealmFiles(Path.of("realm-config"));
    Map<String, String> environment = environment();
    realm.refuseUnset(environment);
    KeycloakHome home = KeycloakHome.prepared(Path.of(".sallyport", "keycloak-dist"), folder);
    Imported imported = new Imported(home.data(), realm.fingerprint(environment));
    imported.refuseChanged();
    ports.refuseTaken();
    Process started = started(home, realm, environment);
    server = Optional.of(started);
    LastOut.after(this::close);
    awaitReady(started, home);
    imported.remember();
    return this;
  }

  private Process started(KeycloakHome home, RealmFiles realm, Map<String, String> environment) {
    try {
      realm.copyTo(home.data().resolve("import"));
      return home.start(environment, arguments());
    } catch (IOException e) {
      throw new UncheckedIOException("starting Keycloak", e);
    }
  }

  /** Once per JVM, with data of its own that end with the JVM; started on first use. */
  public static LocalKeycloak shared() {
    return Shared.SERVER;
  }

  /** A server whose data stay in {@code folder}; not started yet. */
  public static LocalKeycloak kept(Path folder, Ports ports) {
    Secrets secrets = new Secrets(Path.of(".sallyport", "secrets.properties"), new SecureRandom());
    return new LocalKeycloak(ports, folder, secrets);
  }

  private static LocalKeycloak ephemeral() {
    try {
      Path parent = Files.createDirectories(Path.of(".sallyport", "test"));
      Path folder = Files.createTempDirectory(parent, "keycloak");
      LastOut.after(() -> delete(folder));
      Secrets secrets = new Secrets(folder.resolve("secrets.properties"), new SecureRandom());
      return new LocalKeycloak(Ports.free(), folder, secrets).start();
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder for Keycloak", e);
    }
  }

  /** What the application must be told to use this server: its property names. */
  public Map<String, Object> settings() {
    return Map.of(
        "server.port", ports.application(),
        "server.servlet.session.cookie.secure", false,
        "sallyport.authority.issuer", issuer().toString(),
        "sallyport.authority.base-url", application().toString(),
        "sallyport.web.client-secret", secret("web"),
        "sallyport.web.machines", "sentinel-pipeline",
        "sallyport.authority.signature-secret", secret("signature"),
        "sallyport.authority.api-secret", secret("api"));
  }

  /** Where the people's browsers find the application: the only place that the realm sends to. */
  public URI application() {
    return URI.create("http://127.0.0.1:" + ports.application());
  }

  public URI issuer() {
    return URI.create("http://127.0.0.1:" + ports.server() + "/realms/sallyport");
  }

  /** The secret of {@code web}, {@code signature}, {@code api} or {@code pipeline}. */
  public String secret(String client) {
    return secrets.of("SALLYPORT_" + client.toUpperCase(Locale.ROOT) + "_SECRET");
  }

  /** The realm, with every right: for tests that change people and groups. */
  public RealmResource realm() {
    return admin().realm("sallyport");
  }

  /** A good token, but of another realm. */
  public String adminToken() {
    return admin().tokenManager().getAccessTokenString();
  }

  private Keycloak admin() {
    return KeycloakBuilder.builder()
        .serverUrl("http://127.0.0.1:" + ports.server())
        .realm("master")
        .clientId("admin-cli")
        .username("local-admin")
        .password(secrets.of("KEYCLOAK_ADMIN_PASSWORD"))
        .build();
  }

  /** Stops the server. A second call does nothing. */
  @Override
  public void close() {
    server.ifPresent(LocalKeycloak::stop);
  }

  private static void stop(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) server.destroyForcibly();
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> environment() {
    Map<String, String> values = new HashMap<>();
    values.put("SALLYPORT_BASE_URL", application().toString());
    for (String client : List.of("web", "signature", "api", "pipeline")) {
      values.put("SALLYPORT_" + client.toUpperCase(Locale.ROOT) + "_SECRET", secret(client));
    }
    values.put("SALLYPORT_SSL_REQUIRED", "external");
    values.put("SALLYPORT_SIGN_BY_CERTIFICATE", "DISABLED");
    values.put("SALLYPORT_SIGN_BY_OTP", "REQUIRED");
    values.put("SALLYPORT_OTP_REUSE", "true");
    values.put("SALLYPORT_CRL_CHECKING", "false");
    values.put("SALLYPORT_OCSP_CHECKING", "false");
    values.put("KC_BOOTSTRAP_ADMIN_USERNAME", "local-admin");
    values.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("KEYCLOAK_ADMIN_PASSWORD"));
    return values;
  }

  /** {@code cache=local} keeps the cluster's ports closed, which else listen on every address. */
  private List<String> arguments() {
    return List.of(
        "start",
        "--optimized",
        "--import-realm",
        "--cache=local",
        "--http-enabled=true",
        "--http-host=127.0.0.1",
        "--http-port=" + ports.server(),
        "--http-management-host=127.0.0.1",
        "--http-management-port=" + ports.management(),
        "--http-management-scheme=http",
        "--hostname=http://127.0.0.1:" + ports.server());
  }

  private void awaitReady(Process started, KeycloakHome home) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    URI health = URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    try {
      while (!ready(http, request)) {
        boolean ended = started.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (ended || System.nanoTime() > deadline) {
          close();
          throw new IllegalStateException("Keycloak did not become ready:\n" + home.endOfLog());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Keycloak started", e);
    }
  }

  private static boolean ready(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.err.println("Left behind: " + folder + " (" + e.getMessage() + ")");
    }
  }

  /**
   * Where things listen, on 127.0.0.1.
   *
   * @param server Keycloak itself
   * @param management Keycloak's health
   * @param application the application; the realm knows it as the only place to send people to
   */
  public record Ports(int server, int management, int application) {

    /** Three ports that nobody uses now. */
    public static Ports free() {
      try (ServerSocket one = open(0);
          ServerSocket two = open(0);
          ServerSocket three = open(0)) {
        return new Ports(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
      } catch (IOException e) {
        throw new UncheckedIOException("looking for free ports", e);
      }
    }

    void refuseTaken() {
      for (int port : List.of(server, management)) {
        try (ServerSocket probe = open(port)) {
          probe.getLocalPort();
        } catch (IOException e) {
          throw new IllegalStateException(
              "Port "
                  + port
                  + " of 127.0.0.1 is taken by another program. Keycloak needs it: end that"
                  + " program, or set another port.",
              e);
        }
      }
    }

    private static ServerSocket open(int port) throws IOException {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
  }

  private static final class Shared {
    static final LocalKeycloak SERVER = ephemeral();
  }
}
