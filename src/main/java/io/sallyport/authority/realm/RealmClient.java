package io.sallyport.authority.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * A confidential client of the realm: it posts forms in its own name and reads JSON. Everything has
 * a time limit, because a person waits for it.
 */
public final class RealmClient {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final RealmHttp http = new RealmHttp();
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
    return post(endpoint, form, ANSWER_WITHIN);
  }

  public Answer post(URI endpoint, Map<String, String> form, Duration within) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(joining("&"));
    return http.ask(
        HttpRequest.newBuilder(endpoint)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        within);
  }

  /** Reads with a bearer token. */
  public Answer get(URI address, String token, Duration within) {
    return http.ask(
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token), within);
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
