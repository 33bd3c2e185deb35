package io.sallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The product's REST interface, as the person who logged in. */
final class Server {

  private static final String JSON = "application/json";

  private final URI base;
  private final Http http;
  private final DeviceLogin login;

  Server(URI base, Tokens tokens, Clock clock) {
    this.base = base;
    this.http = new Http();
    this.login = new DeviceLogin(base, tokens, http, clock);
  }

  /** The server's address as the name of a file or folder. */
  String fileName() {
    return Url.fileName(base.toString());
  }

  DeviceLogin login() {
    return login;
  }

  JsonNode get(String path) {
    return Json.read(text(send("GET", path, BodyPublishers.noBody(), JSON)));
  }

  JsonNode post(String path, BodyPublisher body, String contentType) {
    return Json.read(text(send("POST", path, body, contentType)));
  }

  /** The answer as it is. */
  byte[] bytes(String method, String path, BodyPublisher body, String contentType) {
    return send(method, path, body, contentType);
  }

  private byte[] send(String method, String path, BodyPublisher body, String contentType) {
    HttpRequest request =
        http.request(base.resolve(path))
            .header("Authorization", "Bearer " + login.token())
            .header("Content-Type", contentType)
            .method(method, body)
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw refused(answer);
    }
    return answer.body();
  }

  /** RFC 9457: each finding is a line. */
  private static Failed refused(HttpResponse<byte[]> answer) {
    JsonNode problem = Json.read(text(answer.body()));
    if (answer.statusCode() == 401) {
      return Failed.trouble("Not logged in: ./sallyport login");
    }
    String detail = problem.path("detail").asText(problem.path("title").asText());
    String message = "HTTP " + answer.statusCode() + ": " + detail;
    int exit = answer.statusCode() < 500 ? Failed.NO : Failed.TROUBLE;
    return new Failed(exit, message, Json.findings(problem.path("findings")));
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
