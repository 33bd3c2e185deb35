package io.sallyport.jobs.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * safetensors: a length, a JSON header, numbers. Each tensor's place follows from its shape, the
 * places lie side by side and cover the rest of the file exactly.
 */
final class SafeTensors {

  private static final int HEADER_BYTES_MAX = 16 * 1024 * 1024;
  private static final String TOPIC = "safetensors";
  private static final String METADATA = "__metadata__";
  private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");
  private static final Map<String, Integer> BYTES_OF =
      Map.ofEntries(
          Map.entry("BOOL", 1),
          Map.entry("U8", 1),
          Map.entry("I8", 1),
          Map.entry("F8_E5M2", 1),
          Map.entry("F8_E4M3", 1),
          Map.entry("I16", 2),
          Map.entry("U16", 2),
          Map.entry("F16", 2),
          Map.entry("BF16", 2),
          Map.entry("I32", 4),
          Map.entry("U32", 4),
          Map.entry("F32", 4),
          Map.entry("I64", 8),
          Map.entry("U64", 8),
          Map.entry("F64", 8));

  private SafeTensors() {}

  private record Span(long from, long to) {}

  static void read(byte[] content) throws NotUnderstood {
    if (content.length < 10) {
      throw refused("shorter than a header");
    }
    long length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > HEADER_BYTES_MAX || length > content.length - 8L) {
      throw refused("a header of %d bytes".formatted(length));
    }
    byte[] header = Arrays.copyOfRange(content, 8, 8 + (int) length);
    JsonText.read(header, HEADER_BYTES_MAX);
    List<Span> spans = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : tree(header).properties()) {
      if (entry.getKey().equals(METADATA)) {
        onlyText(entry.getValue());
      } else {
        spans.add(span(entry.getKey(), entry.getValue()));
      }
    }
    covers(spans, content.length - 8 - length);
  }

  private static JsonNode tree(byte[] header) throws NotUnderstood {
    try {
      return new ObjectMapper().readTree(header);
    } catch (IOException broken) {
      throw refused("a header that is not JSON");
    }
  }

  private static void onlyText(JsonNode metadata) throws NotUnderstood {
    for (JsonNode value : metadata) {
      if (!metadata.isObject() || !value.isTextual()) {
        throw refused("metadata that is not text");
      }
    }
    if (!metadata.isObject()) {
      throw refused("metadata that is not text");
    }
  }

  private static Span span(String name, JsonNode tensor) throws NotUnderstood {
    for (Map.Entry<String, JsonNode> field : tensor.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        throw refused("the field %s of %s".formatted(field.getKey(), name));
      }
    }
    Integer size = BYTES_OF.get(tensor.path("dtype").asText());
    JsonNode offsets = tensor.path("data_offsets");
    if (size == null || offsets.size() != 2 || !tensor.path("shape").isArray()) {
      throw refused("the tensor " + name);
    }
    try {
      long bytes = size;
      for (JsonNode dimension : tensor.path("shape")) {
        bytes = Math.multiplyExact(bytes, whole(dimension));
      }
      Span span = new Span(whole(offsets.get(0)), whole(offsets.get(1)));
      if (span.to() - span.from() != bytes) {
        throw refused("the place of %s, which its shape does not fill".formatted(name));
      }
      return span;
    } catch (ArithmeticException tooLarge) {
      throw refused("the size of " + name);
    }
  }

  private static long whole(JsonNode number) throws NotUnderstood {
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
      throw refused("the number " + number);
    }
    return number.asLong();
  }

  private static void covers(List<Span> spans, long length) throws NotUnderstood {
    spans.sort(Comparator.comparingLong(Span::from).thenComparingLong(Span::to));
    long covered = 0;
    for (Span span : spans) {
      if (span.from() != covered) {
        throw refused("a gap or an overlap at byte " + covered);
      }
      covered = span.to();
    }
    if (covered != length) {
      throw refused("%d bytes that belong to no tensor".formatted(length - covered));
    }
  }

  private static NotUnderstood refused(String value) {
    return new NotUnderstood(TOPIC, value, "tensors that cover the file exactly");
  }
}
