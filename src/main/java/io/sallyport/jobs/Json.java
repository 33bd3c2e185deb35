package io.sallyport.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Records as JSON files, and back: the form in which jobs and the product talk. */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Json() {}

  public static <T> T read(Path file, Class<T> type) throws IOException {
    return MAPPER.readValue(Files.readAllBytes(file), type);
  }

  /** The texts of a JSON list; empty if the text is anything else. */
  public static Optional<Set<String>> texts(String json) {
    try {
      JsonNode list = MAPPER.readTree(json);
      boolean texts = list.isArray() && list.valueStream().allMatch(JsonNode::isTextual);
      return texts
          ? Optional.of(list.valueStream().map(JsonNode::textValue).collect(Collectors.toSet()))
          : Optional.empty();
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  public static void write(Path file, Object record) throws IOException {
    MlFolders.write(file, MAPPER.writeValueAsString(record) + "\n");
  }

  /** The value as JSON text on one line. */
  public static String line(Object value) throws IOException {
    return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }
}
