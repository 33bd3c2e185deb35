package io.sallyport.local.aws.sagemaker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An inference container for tests: answers each line with the model's name and the line; a line
 * {@code bad} is a 400. A model called {@code broken} never starts.
 */
final class EchoServer {

  private EchoServer() {}

  public static void main(String[] arguments) throws IOException {
    Path model = Path.of(System.getenv("SALLYPORT_ML_ROOT"), "model", "train.csv");
    String name = Files.readString(model).strip();
    if (name.equals("broken")) throw new IOException("broken model");
    int port = Integer.parseInt(System.getenv("SAGEMAKER_BIND_TO_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/ping", exchange -> answer(exchange, 200, ""));
    server.createContext(
        "/invocations",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean bad = body.contains("bad");
          answer(exchange, bad ? 400 : 200, bad ? "bad row" : answered(name, body));
        });
    server.start();
  }

  private static String answered(String name, String body) {
    StringBuilder all = new StringBuilder();
    body.lines().forEach(line -> all.append(name).append(' ').append(line).append('\n'));
    return all.toString();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/csv");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
