package io.sallyport.local.aws.sagemaker;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * SDK classes as JSON with AWS's member names for the detail of events, whose times have another
 * form in every event type.
 */
final class SdkJson {

  private final Function<Instant, JsonNode> time;

  /** How an instant is written. */
  SdkJson(Function<Instant, JsonNode> time) {
    this.time = time;
  }

  /** Instants as ISO text. */
  static SdkJson iso() {
    return new SdkJson(instant -> TextNode.valueOf(instant.truncatedTo(SECONDS).toString()));
  }

  /** Instants as epoch milliseconds. */
  static SdkJson epochMillis() {
    return new SdkJson(instant -> LongNode.valueOf(instant.toEpochMilli()));
  }

  /** Instants as epoch milliseconds in a string. */
  static SdkJson epochMillisText() {
    return new SdkJson(instant -> TextNode.valueOf(Long.toString(instant.toEpochMilli())));
  }

  /** Instants as epoch milliseconds with a decimal point. */
  static SdkJson epochMillisDecimal() {
    return new SdkJson(instant -> DoubleNode.valueOf((double) instant.toEpochMilli()));
  }

  ObjectNode write(SdkPojo pojo) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (isSet(value)) json.set(field.locationName(), node(value));
    }
    return json;
  }

  /** The SDK's own empty lists and maps stand for members that nobody set. */
  static boolean isSet(@Nullable Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  private JsonNode node(Object value) {
    if (value instanceof SdkPojo pojo) return write(pojo);
    if (value instanceof List<?> list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> array.add(node(item)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.forEach((key, item) -> object.set(String.valueOf(key), node(item)));
      return object;
    }
    return scalar(value);
  }

  private JsonNode scalar(Object value) {
    if (value instanceof Instant instant) return time.apply(instant);
    if (value instanceof Integer number) return IntNode.valueOf(number);
    if (value instanceof Long number) return LongNode.valueOf(number);
    if (value instanceof Number number) return DoubleNode.valueOf(number.doubleValue());
    if (value instanceof Boolean flag) return JsonNodeFactory.instance.booleanNode(flag);
    return TextNode.valueOf(String.valueOf(value));
  }
}
