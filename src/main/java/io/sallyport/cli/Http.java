package io.sallyport.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Requests with a limit of time; nobody there is said plainly. */
final class Http {

  /** An upload of 200 MB on a slow line takes minutes. */
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(ANSWER_WITHIN);
  }

  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (ConnectException nobody) {
      throw Failed.trouble(
          "Nobody answers at "
              + origin(request.uri())
              + ". Is it started (./mvnw spring-boot:test-run)? Another address: --server or"
              + " SALLYPORT_URL");
    } catch (IOException broken) {
      throw Failed.trouble("Talking to " + origin(request.uri()) + " failed: " + broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Failed.trouble("Stopped");
    }
  }

  /** A form, as OAuth 2 endpoints take it. */
  HttpResponse<String> form(URI uri, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey(), UTF_8) + "=" + encode(field.getValue(), UTF_8))
            .collect(joining("&"));
    return send(
        request(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
