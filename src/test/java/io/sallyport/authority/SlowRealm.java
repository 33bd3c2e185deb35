package io.sallyport.authority;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sallyport.authority.realm.Realm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A sign-in server that takes its time, answers with an error, or never to the end. */
final class SlowRealm implements AutoCloseable {

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z"));
  private final AtomicReference<Duration> takes = new AtomicReference<>(Duration.ZERO);
  private volatile boolean hangs;

  SlowRealm() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  Realm realm() {
    URI issuer =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/sallyport");
    return new Realm(issuer, issuer, URI.create("http://127.0.0.1:1"));
  }

  Clock clock() {
    return ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** Whatever ends like this is answered with this JSON; all else with 503. */
  SlowRealm answers(String path, String json) {
    answers.put(path, json);
    return this;
  }

  /** From now on each answer takes so long on the clock. */
  SlowRealm takes(Duration time) {
    takes.set(time);
    return this;
  }

  /** From now on an answer begins and never ends. */
  SlowRealm hangs() {
    hangs = true;
    return this;
  }

  List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    pass(takes.get());
    String json =
        answers.entrySet().stream()
            .filter(answer -> path.endsWith(answer.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(json.isEmpty() && !hangs ? 503 : 200, hangs ? 9 : body.length);
    if (hangs) hang();
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
