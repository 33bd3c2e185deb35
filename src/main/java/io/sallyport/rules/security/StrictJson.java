package io.sallyport.rules.security;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON in which no name occurs twice and after which nothing follows (RFC 8259, RFC 7493). */
final class StrictJson {

  private StrictJson() {}

  /** The bytes are not strict JSON, or not of the expected shape. */
  static final class NotStrict extends Exception {

    private static final long serialVersionUID = 1;

    NotStrict(String message) {
      super(message, null, false, false);
    }
  }

  static JsonNode object(byte[] bytes) throws NotStrict {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      JsonNode node = mapper.readTree(bytes);
      if (!node.isObject()) {
        throw new NotStrict("not a JSON object");
      }
      return node;
    } catch (IOException refused) {
      throw new NotStrict("not strict JSON");
    }
  }

  static String text(JsonNode object, String name) throws NotStrict {
    JsonNode value = object.path(name);
    if (!value.isTextual()) {
      throw new NotStrict(name + " is not a text");
    }
    return value.asText();
  }
}
