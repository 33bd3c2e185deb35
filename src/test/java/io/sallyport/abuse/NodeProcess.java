package io.sallyport.abuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.local.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The product's {@code server} in a JVM of its own, without a class of the tests, so that it can be
 * killed while all around it lives on. The settings come by the environment, as in production.
 */
final class NodeProcess implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(5);
  private static final Duration GONE_WITHIN = Duration.ofMinutes(10);
  private static final int PORT_MIN = 20_000;
  private static final int PORT_MAX = 30_000;

  private final Instant started = Instant.now();
  private final URI readiness;
  private final Process process;

  private NodeProcess(URI readiness, Process process) {
    this.readiness = readiness;
    this.process = process;
  }

  /** Starts it; what it logs goes to {@code log}. */
  static NodeProcess start(Map<String, Object> settings, Path log) {
    int port = freePort();
    Map<String, Object> all = new HashMap<>(settings);
    all.put("server.address", "127.0.0.1");
    all.put("management.server.port", port);
    ProcessBuilder node = new ProcessBuilder(java(), "-Xmx512m", "-XX:TieredStopAtLevel=1");
    node.command().addAll(Arrays.asList("-cp", productClassPath(), "io.sallyport.Main", "server"));
    node.environment().put("SPRING_APPLICATION_JSON", json(all));
    node.environment().put("SPRING_PROFILES_ACTIVE", "local"); // an endpoint and keys of a laptop
    node.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
      return new NodeProcess(readiness, node.start());
    } catch (IOException e) {
      throw new UncheckedIOException("starting a node", e);
    }
  }

  /** How long it took from the start until it is ready for requests. */
  Duration awaitReady() {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest look = HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
    return Await.found(
        "a node that is ready",
        READY_WITHIN,
        () ->
            isReady(http, look)
                ? Optional.of(Duration.between(started, Instant.now()))
                : Optional.empty());
  }

  private boolean isReady(HttpClient http, HttpRequest look) {
    if (!process.isAlive()) throw new AssertionError("the node ended: " + process.exitValue());
    try {
      return http.send(look, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGKILL; nothing of the process is left when this returns. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Waits until somebody has killed it. */
  void awaitEnd() {
    Await.found(
        "a killed node",
        GONE_WITHIN,
        () -> process.isAlive() ? Optional.empty() : Optional.of(process.exitValue()));
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String productClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.replace('\\', '/').contains("/test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String json(Map<String, Object> settings) {
    try {
      return new ObjectMapper().writeValueAsString(settings);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("settings are JSON", impossible);
    }
  }

  /** Below the ports that connections are given: none takes it before the node has bound it. */
  private static int freePort() {
    return new Random()
        .ints(PORT_MIN, PORT_MAX)
        .filter(NodeProcess::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return free.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
