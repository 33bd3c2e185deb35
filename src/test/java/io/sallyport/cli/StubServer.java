package io.sallyport.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Speaks what the server and the sign-in server say, so that the command's own part is seen. */
final class StubServer implements AutoCloseable {

  /** Later than the submissions of the tests were written, earlier than they expire. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  private final HttpServer http;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private record Answer(int status, String body) {}

  StubServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::handle);
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Answers in their order; the last one again and again. */
  StubServer answers(String request, int status, String body) {
    answers.computeIfAbsent(request, none -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  /** Runs the command against this server, with {@code home} as the person's home. */
  int run(Path home, String... arguments) {
    return CliCommand.run(
        List.of(arguments),
        new Surroundings(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Map.of("SALLYPORT_URL", url()),
            home.toString(),
            home,
            CLOCK));
  }

  /** For a command that is looked at and not run. */
  static Surroundings nowhere() {
    PrintWriter nobody = new PrintWriter(new StringWriter());
    return new Surroundings(nobody, nobody, Map.of(), "", Path.of(""), CLOCK);
  }

  /** Puts a login there as if it had been made. */
  StubServer loggedIn(Path home, long seconds) {
    Tokens.of(Map.of(), home.toString())
        .keep(
            url(),
            new Tokens.Login(
                "old",
                "refresh",
                CLOCK.instant().plusSeconds(seconds),
                url() + "/realm/protocol/openid-connect/token",
                "sallyport-cli"));
    return this;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** Method, path, token and body of each request. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(request + " " + token + " " + body);
    Deque<Answer> queue = answers.getOrDefault(request, new ArrayDeque<>());
    Answer answer = queue.size() > 1 ? queue.remove() : queue.peek();
    byte[] bytes = (answer == null ? "" : answer.body()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer == null ? 404 : answer.status(), bytes.length);
    try (var to = exchange.getResponseBody()) {
      to.write(bytes);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
