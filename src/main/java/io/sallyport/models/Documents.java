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
import org.springframework.stereotype.Component;

/** Records that jobs read and write, as JSON files in the artifact bucket. */
@Component
public class Documents {

  /** Bytes; a report is a page of numbers, however large its data. */
  private static final int SIZE_BYTES_MAX = 16 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final ExactCopies copies;

  Documents(ExactCopies copies) {
    this.copies = copies;
  }

  /** The record in the file at {@code uri}. */
  public <T> T read(String uri, Class<T> type) {
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
