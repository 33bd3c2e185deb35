package io.sallyport.local.aws.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** The SDK's classes as JSON, by their own list of fields. */
public final class JsonShape {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private JsonShape() {}

  /** Fills a builder; members of headers, paths and queries are not part of the document. */
  public static void read(JsonNode json, SdkPojo builder, String owner) {
    Map<String, SdkField<?>> fields = new LinkedHashMap<>();
    for (SdkField<?> field : builder.sdkFields()) {
      if (field.location() == MarshallLocation.PAYLOAD) {
        fields.put(field.locationName(), field);
      }
    }
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      SdkField<?> field = fields.get(member.getKey());
      if (field == null) {
        throw AwsError.unknownMember(member.getKey(), owner);
      }
      if (!member.getValue().isNull()) {
        field.set(builder, value(member.getValue(), field));
      }
    }
  }

  private static Object value(JsonNode json, SdkField<?> field) {
    return switch (field.marshallingType().getKnownType()) {
      case SDK_POJO -> pojo(json, field);
      case LIST -> list(json, field);
      case MAP -> map(json, field);
      case INSTANT -> json.isNumber() ? Scalars.epoch(json.decimalValue()) : iso(json);
      case DOCUMENT -> throw AwsError.validation("Member " + field.memberName() + " is a document");
      default -> {
        if (json.isContainerNode()) {
          throw AwsError.validation("Member " + field.memberName() + " must be a single value");
        }
        yield Scalars.parse(json.asText(), field);
      }
    };
  }

  private static Instant iso(JsonNode json) {
    return Scalars.instant(json.asText(), TimestampFormatTrait.Format.ISO_8601);
  }

  private static Object pojo(JsonNode json, SdkField<?> field) {
    SdkPojo nested = field.constructor().get();
    read(json, nested, field.memberName());
    return ((Buildable) nested).build();
  }

  private static List<Object> list(JsonNode json, SdkField<?> field) {
    if (!json.isArray()) {
      throw AwsError.validation("Member " + field.memberName() + " must be a list");
    }
    List<Object> all = new ArrayList<>();
    SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
    json.forEach(item -> all.add(value(item, member)));
    return all;
  }

  private static Map<String, Object> map(JsonNode json, SdkField<?> field) {
    Map<String, Object> all = new LinkedHashMap<>();
    SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
    json.properties().forEach(entry -> all.put(entry.getKey(), value(entry.getValue(), member)));
    return all;
  }

  /** The document of an SDK object: what is not set is left out. */
  public static ObjectNode write(SdkPojo pojo) {
    ObjectNode json = NODES.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (field.location() == MarshallLocation.PAYLOAD && isSet(value)) {
        json.set(field.locationName(), node(value, field));
      }
    }
    return json;
  }

  static boolean isSet(Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  private static JsonNode node(Object value, SdkField<?> field) {
    if (value instanceof SdkPojo nested) {
      return write(nested);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      list.forEach(item -> array.add(node(item, member)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
      map.forEach((key, item) -> object.set(String.valueOf(key), node(item, member)));
      return object;
    }
    return scalar(value, field);
  }

  private static JsonNode scalar(Object value, SdkField<?> field) {
    if (value instanceof Instant at) {
      TimestampFormatTrait trait = field.getTrait(TimestampFormatTrait.class);
      boolean iso = trait != null && trait.format() == TimestampFormatTrait.Format.ISO_8601;
      return iso
          ? NODES.textNode(at.toString())
          : NODES.numberNode(BigDecimal.valueOf(at.toEpochMilli(), 3));
    }
    if (value instanceof SdkBytes || value instanceof String) {
      return NODES.textNode(Scalars.text(value, field));
    }
    return JSON.valueToTree(value);
  }
}
