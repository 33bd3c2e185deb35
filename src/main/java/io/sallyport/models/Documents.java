package io.sallyport.models;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Records that jobs read and write, as JSON files in the artifact bucket, each under its digest:
 * what was read lately is known without asking S3 again.
 */
@Component
public class Documents {

  /** Bytes; a report is a page of numbers, however large its data. */
  private static final int SIZE_BYTES_MAX = 16 << 20;

  /** Documents that are remembered: those of the tasks that people look at. */
  private static final int REMEMBERED_MAX = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final ExactCopies copies;
  private final Map<String, Object> remembered = new LinkedHashMap<>();

  Documents(ExactCopies copies) {
    this.copies = copies;
  }

  /** The record in the file at {@code uri}, which carries the digest of its content. */
  public <T> T read(String uri, Class<T> type) {
    return recall(uri, type).orElseGet(() -> remember(uri, fetch(uri, type)));
  }

  private synchronized <T> Optional<T> recall(String uri, Class<T> type) {
    return Optional.ofNullable(remembered.get(uri)).filter(type::isInstance).map(type::cast);
  }

  private synchronized <T> T remember(String uri, T document) {
    remembered.put(uri, document);
    if (remembered.size() > REMEMBERED_MAX) {
      remembered.remove(remembered.keySet().iterator().next());
    }
    return document;
  }

  private <T> T fetch(String uri, Class<T> type) {
    try {
      return MAPPER.readValue(copies.readSmall(uri, SIZE_BYTES_MAX), type);
    } catch (IOException malformed) {
      throw new UncheckedIOException("Reading " + type.getSimpleName() + " from " + uri, malformed);
    }
  }

  /** Writes the record under the digest of its bytes; writing it again finds it. */
  public StoredObject write(String program, String file, Object document) {
    try {
      return copies.put(program, file, MAPPER.writeValueAsBytes(document));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
