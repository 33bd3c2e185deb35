package io.sallyport.local.aws.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** AWS JSON 1.0 and 1.1: POST to the root, the operation in {@code X-Amz-Target}. */
public final class AwsJson implements Protocol {

  private final String contentType;

  private AwsJson(String contentType) {
    this.contentType = contentType;
  }

  public static AwsJson version10() {
    return new AwsJson("application/x-amz-json-1.0");
  }

  public static AwsJson version11() {
    return new AwsJson("application/x-amz-json-1.1");
  }

  @Override
  public Family family() {
    return Family.JSON;
  }

  @Override
  public Asked asked(Request request, Map<String, Route> routes) {
    String target = request.header("x-amz-target").orElse("(no X-Amz-Target)");
    String operation = target.substring(target.lastIndexOf('.') + 1);
    if (!routes.containsKey(operation)) {
      throw AwsError.unknownOperation(operation);
    }
    return new Asked(operation, Map.of());
  }

  @Override
  public void read(Request request, Asked asked, SdkPojo builder) {
    JsonShape.read(document(request), builder, asked.operation());
  }

  static JsonNode document(Request request) {
    String text = request.text();
    try {
      JsonNode json =
          text.isBlank() ? JsonShape.JSON.createObjectNode() : JsonShape.JSON.readTree(text);
      if (!json.isObject()) {
        throw AwsError.bad("SerializationException", "The body is no JSON object");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw AwsError.bad(
          "SerializationException", "The body is no JSON: " + e.getOriginalMessage());
    }
  }

  @Override
  public Answer write(String operation, SdkPojo response, String requestId) {
    Answer answer = Answer.of(200, contentType, JsonShape.write(response).toString());
    answer.headers().put("x-amzn-RequestId", requestId);
    return answer;
  }

  @Override
  public Answer error(AwsError error, String requestId) {
    return errorOf(error, requestId, contentType);
  }

  static Answer errorOf(AwsError error, String requestId, String contentType) {
    ObjectNode json = JsonShape.JSON.createObjectNode().put("__type", error.code());
    json.put("message", error.getMessage()).put("Message", error.getMessage());
    error.members().forEach((name, value) -> json.set(name, JsonShape.JSON.valueToTree(value)));
    Answer answer = Answer.of(error.status(), contentType, json.toString());
    answer.headers().put("x-amzn-RequestId", requestId);
    answer.headers().put("x-amzn-ErrorType", error.code());
    return answer;
  }
}
