package io.sallyport.web;

import io.sallyport.local.keycloak.LocalKeycloak;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The pipeline of program sentinel: a machine with a token of its own. */
final class Machine {

  static final String CLIENT = "sentinel-pipeline";

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalKeycloak keycloak;

  Machine(LocalKeycloak keycloak) {
    this.keycloak = keycloak;
  }

  String token() throws IOException, InterruptedException {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            CLIENT,
            "client_secret",
            keycloak.secret("pipeline"));
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer = http.send(request, BodyHandlers.ofString()).body();
    return answer.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
  }

  /** What the application answers to a question with this token. */
  int asks(String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(keycloak.application().resolve("/api/test/who"))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
