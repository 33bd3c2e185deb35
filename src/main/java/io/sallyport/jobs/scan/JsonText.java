package io.sallyport.jobs.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Strict JSON (RFC 8259, RFC 7493): UTF-8 without a mark, one object, no name twice, no comment, no
 * NaN, nothing after it.
 */
final class JsonText {

  private static final int DEPTH_MAX = 64;
  private static final int NUMBER_LENGTH_MAX = 64;
  private static final String TOPIC = "json";
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(NUMBER_LENGTH_MAX)
                  .build())
          .build();

  private JsonText() {}

  /** Reads it to the end; the answer are the names at its top level. */
  static Set<String> read(byte[] content, int bytesMax) throws NotUnderstood {
    if (content.length > bytesMax) {
      throw new NotUnderstood(TOPIC, content.length + " bytes", bytesMax + " bytes");
    }
    if (content.length == 0 || content[0] != '{') {
      throw new NotUnderstood(TOPIC, "not an object", "an object in UTF-8 without a mark");
    }
    Set<String> names = new LinkedHashSet<>();
    try (Reader text = utf8(content);
        JsonParser parser = STRICT.createParser(text)) {
      int depth = 0;
      int roots = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        roots += depth == 0 && token.isStructStart() ? 1 : 0;
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 1 && token == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
        }
        parser.getTextLength(); // reads the whole token, strings too
        if (roots > 1 || (depth == 0 && !token.isStructEnd())) {
          throw new NotUnderstood(TOPIC, "more after the object", "one object");
        }
      }
    } catch (IOException refused) {
      throw new NotUnderstood(TOPIC, "not strict JSON", "RFC 8259, no name twice");
    }
    return names;
  }

  private static Reader utf8(byte[] content) {
    return new InputStreamReader(
        new ByteArrayInputStream(content), StandardCharsets.UTF_8.newDecoder());
  }
}
