package io.sallyport.authority.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the sign-in server for JSON. The limit is for the whole answer: a server that sends its head
 * and then hangs, or a byte now and then, holds nobody for longer.
 */
public final class RealmHttp {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

  /**
   * What the server answers.
   *
   * @throws Unreachable when there is no whole answer in time, or one of 5xx
   */
  public RealmClient.Answer ask(HttpRequest.Builder request, Duration within) {
    HttpRequest asked = request.header("Accept", "application/json").build();
    HttpResponse<String> answer = whole(http.sendAsync(asked, BodyHandlers.ofString()), within);
    if (answer.statusCode() >= 500) {
      throw new Unreachable("The sign-in server answered " + answer.statusCode());
    }
    return new RealmClient.Answer(answer.statusCode(), parsed(answer.body()));
  }

  private static HttpResponse<String> whole(
      CompletableFuture<HttpResponse<String>> asking, Duration within) {
    try {
      return asking.get(Math.max(0, within.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Unreachable("The sign-in server does not answer within " + within, e);
    } catch (ExecutionException e) {
      throw new Unreachable("The sign-in server does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Interrupted while asking the sign-in server", e);
    } finally {
      asking.cancel(true);
    }
  }

  private JsonNode parsed(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException noJson) {
      return json.createObjectNode();
    }
  }
}
