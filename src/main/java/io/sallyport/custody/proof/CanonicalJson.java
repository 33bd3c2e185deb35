package io.sallyport.custody.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON as bytes that two parties can agree on (RFC 8785), limited to what survives every reader:
 * objects, lists, strings without lone surrogates, booleans, and integers within ±(2⁵³−1). Decimals
 * and times are strings. What falls outside is refused when written, not when verified.
 */
public final class CanonicalJson {

  private static final long INTEGER_MAX = (1L << 53) - 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CanonicalJson() {}

  /** The canonical bytes of a tree of maps, lists, strings, integers and booleans. */
  public static byte[] write(Object tree) {
    JsonNode node = MAPPER.valueToTree(tree);
    requireInteroperable(node, "$");
    try {
      return new JsonCanonicalizer(MAPPER.writeValueAsString(node)).getEncodedUTF8();
    } catch (IOException impossible) {
      throw new IllegalStateException("A checked tree is always canonical", impossible);
    }
  }

  /** The tree in {@code bytes}; refuses duplicate keys and trailing text. */
  public static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("Not JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  private static void requireInteroperable(JsonNode node, String pointer) {
    JsonNodeType type = node.getNodeType();
    switch (type) {
      case OBJECT ->
          node.properties()
              .forEach(
                  member -> {
                    requireWellFormed(member.getKey(), pointer);
                    requireInteroperable(member.getValue(), pointer + "." + member.getKey());
                  });
      case ARRAY -> {
        for (int i = 0; i < node.size(); i++) {
          requireInteroperable(node.get(i), pointer + "[" + i + "]");
        }
      }
      case STRING -> requireWellFormed(node.textValue(), pointer);
      case NUMBER -> requireSafeInteger(node, pointer);
      case BOOLEAN -> {}
      case NULL, BINARY, MISSING, POJO -> throw refused(pointer, type.name());
    }
  }

  private static void requireSafeInteger(JsonNode node, String pointer) {
    boolean safe =
        node.isIntegralNumber()
            && node.canConvertToLong()
            && node.longValue() >= -INTEGER_MAX
            && node.longValue() <= INTEGER_MAX;
    if (!safe) {
      throw refused(pointer, node.asText());
    }
  }

  private static void requireWellFormed(String text, String pointer) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw refused(pointer, "text with a lone surrogate");
    }
  }

  private static IllegalArgumentException refused(String pointer, String value) {
    return new IllegalArgumentException(
        pointer + " is " + value + "; only text, booleans and integers within 2^53 are recorded");
  }
}
