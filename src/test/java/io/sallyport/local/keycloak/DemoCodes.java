package io.sallyport.local.keycloak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/**
 * A page on loopback that always shows each demo person's name, password and current one-time code.
 * Test scope only: nothing like it exists in the product. L1, W4.
 */
public final class DemoCodes implements AutoCloseable {

  private static final long PERIOD_SECONDS = 30;

  private final HttpServer server;
  private final Clock clock;
  private final URI application;

  /**
   * Starts it.
   *
   * @param port where it listens, 0 for any
   * @param application where the page sends people to
   */
  public DemoCodes(int port, URI application, Clock clock) {
    this.clock = clock;
    this.application = application;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Port " + port + " of 127.0.0.1 is taken; the page of demo codes needs it", e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Instant now = clock.instant();
    byte[] page = page(now).getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Refresh", String.valueOf(left(now) + 1));
    headers.set("Cache-Control", "no-store");
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.sendResponseHeaders(200, page.length);
    try (exchange) {
      exchange.getResponseBody().write(page);
    }
  }

  private static long left(Instant now) {
    return PERIOD_SECONDS - now.getEpochSecond() % PERIOD_SECONDS;
  }

  private String page(Instant now) {
    StringBuilder rows = new StringBuilder();
    for (DemoPeople.DemoPerson person : DemoPeople.all()) {
      String code =
          person.hasCode() ? OneTimeCode.of(person.username(), now) : "none: cannot log in";
      rows.append(
          "<tr><th scope=row>%s<td>%s<td><code>%s</code><td><code>%s</code><td><b>%s</b>\n"
              .formatted(
                  person.name(),
                  String.join(", ", person.groups()),
                  person.username(),
                  person.password(),
                  code));
    }
    return """
        <!doctype html><html lang=en><meta charset=utf-8><title>Demo people</title>
        <style>body{font:16px/1.5 sans-serif;margin:2rem;max-width:70rem}
        table{border-collapse:collapse}th,td{text-align:left;padding:.3rem 1rem .3rem 0;
        border-bottom:1px solid #ccc}b{font:700 1.2rem monospace;letter-spacing:.1em}</style>
        <h1>Demo people of this laptop</h1>
        <p>Log in at <a href="%1$s">%1$s</a>. A code is good for signing too. New codes in %2$d s;
        the page loads itself again.
        <table><tr><th>Who<th>May act as<th>User name<th>Password<th>One-time code now
        %3$s</table>
        """
        .formatted(application, left(now), rows);
  }
}
