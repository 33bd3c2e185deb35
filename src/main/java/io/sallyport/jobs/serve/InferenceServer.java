package io.sallyport.jobs.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sallyport.jobs.Json;
import io.sallyport.jobs.train.Predictor;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.table.CsvParser;
import io.sallyport.rules.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * {@code GET /ping} and {@code POST /invocations} of SageMaker's hosting contract: CSV rows in, a
 * line of JSON for each out. Listens only once the model is loaded, so that a ping answered means
 * ready.
 */
final class InferenceServer implements AutoCloseable {

  /** SageMaker's own limit of a request to an endpoint. */
  static final int BODY_BYTES_MAX = 6_291_456;

  private static final int CONNECTIONS_WAITING_MAX = 128;
  private static final int REQUESTS_WAITING_MAX = 256;
  private static final int STOP_SECONDS_MAX = 1;

  private final HttpServer server;
  private final ExecutorService workers;
  private final Predictor predictor;

  InferenceServer(InetSocketAddress address, Predictor predictor) throws IOException {
    this.predictor = predictor;
    this.workers = workers(Math.max(2, Runtime.getRuntime().availableProcessors()));
    this.server = HttpServer.create(address, CONNECTIONS_WAITING_MAX);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  /** When too many wait, the thread that accepts connections works too, and so accepts no more. */
  private static ExecutorService workers(int threads) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(REQUESTS_WAITING_MAX),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!path.equals("/ping") && !path.equals("/invocations")) {
      return Answer.problem(404, "there are /ping and /invocations");
    }
    String method = path.equals("/ping") ? "GET" : "POST";
    if (!exchange.getRequestMethod().equals(method)) {
      exchange.getResponseHeaders().set("Allow", method);
      return Answer.problem(405, path + " takes " + method);
    }
    if (method.equals("GET")) return new Answer(200, "application/json", "{}\n");
    return invocation(exchange);
  }

  private Answer invocation(HttpExchange exchange) throws IOException {
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    if (!type.toLowerCase(Locale.ROOT).matches("text/csv\\s*(;.*)?")) {
      return Answer.problem(415, "the content type is text/csv");
    }
    byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    if (body.length > BODY_BYTES_MAX) {
      return Answer.problem(413, "a request has at most " + BODY_BYTES_MAX + " bytes");
    }
    try {
      List<String> lines = predictor.answer(rows(body));
      return new Answer(200, "application/jsonlines", String.join("\n", lines) + "\n");
    } catch (Refused refused) {
      return Answer.refusal(refused.findings());
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      return Answer.problem(500, "the model could not answer");
    }
  }

  private static List<Table.Row> rows(byte[] body) throws IOException {
    List<Table.Row> rows = new ArrayList<>();
    try (CsvParser parser =
        CsvParser.open(new ByteArrayInputStream(body), "the request", Table.COMMA)) {
      for (Optional<Table.Row> row = parser.next(); row.isPresent(); row = parser.next()) {
        rows.add(row.get());
      }
    }
    if (!rows.isEmpty()) return rows;
    throw new Refused("serving/there-are-rows", "the request", "empty", "1 row or more");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  /** Stops accepting; what is being answered may finish. */
  @Override
  public void close() {
    server.stop(STOP_SECONDS_MAX);
    workers.shutdown();
  }

  private record Answer(int status, String type, String body) {

    static Answer problem(int status, String message) throws IOException {
      return new Answer(status, "application/json", Json.line(Map.of("message", message)) + "\n");
    }

    static Answer refusal(List<Finding> findings) throws IOException {
      List<String> lines = findings.stream().map(Finding::toString).toList();
      return problem(400, String.join("; ", lines));
    }
  }
}
