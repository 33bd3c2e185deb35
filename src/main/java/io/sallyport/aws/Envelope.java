package io.sallyport.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * EventBridge's envelope around a state change. Its times come in five spellings: ISO, ISO with
 * {@code +0000}, and epoch milliseconds as number, as decimal or as text.
 */
final class Envelope {

  /** How a kind of event names its thing, and the status of it, in its detail. */
  private record Shape(String name, String status) {}

  private static final Map<String, Shape> SHAPES =
      Map.of(
          "SageMaker Training Job State Change",
          new Shape("/TrainingJobName", "/TrainingJobStatus"),
          "SageMaker Processing Job State Change",
          new Shape("/ProcessingJobName", "/ProcessingJobStatus"),
          "SageMaker Transform Job State Change",
          new Shape("/TransformJobName", "/TransformJobStatus"),
          "SageMaker Endpoint State Change",
          new Shape("/EndpointName", "/EndpointStatus"),
          "SageMaker Model Package State Change",
          new Shape("/ModelPackageArn", "/ModelApprovalStatus"),
          "CloudWatch Alarm State Change",
          new Shape("/alarmName", "/state/value"));

  private static final Shape OTHER = new Shape("/name", "/status");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter WITH_SHORT_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]XX", Locale.ROOT);

  private Envelope() {}

  /** The change that the message tells; empty if it is no envelope that can be read. */
  static Optional<StateChange> read(String body, String receipt) {
    try {
      JsonNode envelope = JSON.readTree(body);
      String type = envelope.path("detail-type").asText();
      if (type.isEmpty()) return Optional.empty();
      Shape shape = SHAPES.getOrDefault(type, OTHER);
      JsonNode detail = envelope.path("detail");
      return Optional.of(
          new StateChange(
              detail.at(shape.name()).asText(),
              envelope.at("/resources/0").asText(),
              oneSpelling(detail.at(shape.status()).asText()),
              time(envelope.path("time")),
              receipt));
    } catch (JsonProcessingException | DateTimeException | NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  /** {@code InService} and {@code IN_SERVICE} are the same. */
  private static String oneSpelling(String status) {
    return status.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  static Instant time(JsonNode time) {
    String text = time.asText();
    if (time.isNumber() || text.matches("[0-9]+(\\.[0-9]+)?")) {
      return Instant.ofEpochMilli((long) Double.parseDouble(text));
    }
    return text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}")
        ? OffsetDateTime.parse(text).toInstant()
        : OffsetDateTime.parse(text, WITH_SHORT_OFFSET).toInstant();
  }
}
