package io.sallyport.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * A confidential client of the realm: it posts forms in its own name and reads JSON. Everything has
 * a time limit, because a person waits for it.
 */
public final class RealmClient {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final String id;
  private final String authorization;

  public RealmClient(String id, String secret) {
    this.id = id;
    String pair = encoded(id) + ":" + encoded(secret); // RFC 6749 §2.3.1
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  public String id() {
    return id;
  }

  /**
   * Posts {@code form} in this client's name.
   *
   * @throws Unreachable when there is no answer, or one of 5xx
   */
  public Answer post(URI endpoint, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(joining("&"));
    return send(
        HttpRequest.newBuilder(endpoint)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Reads with a bearer token. */
  Answer get(URI address, String token) {
    return send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token));
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest asked = request.timeout(ANSWER_WITHIN).header("Accept", "application/json").build();
    try {
      HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
      if (answer.statusCode() >= 500) {
        throw new Unreachable("The sign-in server answered " + answer.statusCode());
      }
      return new Answer(answer.statusCode(), parsed(answer.body()));
    } catch (IOException e) {
      throw new Unreachable("The sign-in server does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Interrupted while asking the sign-in server", e);
    }
  }

  private JsonNode parsed(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException noJson) {
      return json.createObjectNode();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** What the server said. */
  public record Answer(int status, JsonNode body) {

    public boolean isOk() {
      return status / 100 == 2;
    }

    /** The member as text, empty when it is not there. */
    public String text(String member) {
      return body.path(member).asText("");
    }
  }
}
