package io.sallyport.rules.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads submissions, the same way at REST, at the command line and from the ledger. */
public final class SubmissionReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private SubmissionReader() {}

  /** A submission that was accepted and recorded before. */
  public static Submission recorded(byte[] canonicalJson) {
    try {
      return MAPPER.readValue(canonicalJson, Submission.class);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("A recorded submission can be read", malformed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
