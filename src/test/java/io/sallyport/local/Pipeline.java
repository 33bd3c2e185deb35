package io.sallyport.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** The machine of the program {@code sentinel} at the REST interface, under a token of its own. */
public final class Pipeline {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalBoundary boundary;

  public Pipeline(LocalBoundary boundary) {
    this.boundary = boundary;
  }

  /** Uploads a data set under its own name; the answer names the exact version. */
  public StoredObject upload(Path file) {
    try {
      String path = "/api/v1/programs/sentinel/data?name=" + file.getFileName();
      return JSON.convertValue(
          accepted(post(path, "text/csv", BodyPublishers.ofFile(file))), StoredObject.class);
    } catch (FileNotFoundException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Submits; returns the version's id. */
  public String submit(Submission submission) {
    return accepted(sent(submission)).path("id").asText();
  }

  /** Submits; returns the answer as it is. */
  public HttpResponse<String> sent(Submission submission) {
    String document = JSON.valueToTree(SubmissionReader.tree(submission)).toString();
    return post("/api/v1/submissions", "application/json", BodyPublishers.ofString(document));
  }

  /** Reads. */
  public JsonNode read(String path) {
    return accepted(
        send(
            HttpRequest.newBuilder(boundary.address().resolve(path))
                .header("Authorization", "Bearer " + token())));
  }

  /** Asks an endpoint; rows without header and label. */
  public HttpResponse<String> invoke(String endpoint, String rows) {
    return post(
        "/api/v1/endpoints/" + endpoint + "/invocations",
        "text/csv",
        BodyPublishers.ofString(rows));
  }

  private HttpResponse<String> post(String path, String type, BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(boundary.address().resolve(path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", type)
            .POST(body));
  }

  private String token() {
    String secret = URLEncoder.encode(boundary.keycloak().secret("pipeline"), UTF_8);
    String form =
        "grant_type=client_credentials&client_id=sentinel-pipeline&client_secret=" + secret;
    URI address = URI.create(boundary.keycloak().issuer() + "/protocol/openid-connect/token");
    return accepted(
            send(
                HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))))
        .path("access_token")
        .asText();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonNode accepted(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer + ": " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException notJson) {
      throw new UncheckedIOException(answer.body(), notJson);
    }
  }
}
