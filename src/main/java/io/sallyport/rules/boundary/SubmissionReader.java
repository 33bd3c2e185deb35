package io.sallyport.rules.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads submissions, the same way at REST, at the command line and from the ledger. */
public final class SubmissionReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  private SubmissionReader() {}

  /** A submission as JSON text; refuses what cannot be read. */
  public static Submission read(byte[] json) {
    try {
      return MAPPER.readValue(json, Submission.class);
    } catch (JsonProcessingException malformed) {
      throw new Refused(
          "submission/it-can-be-read",
          "the submission",
          malformed.getOriginalMessage(),
          "a JSON document of the published schema");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The submission as a tree of maps, lists and values; what is absent is left out. */
  public static Map<String, Object> tree(Submission submission) {
    return MAPPER.convertValue(submission, new TypeReference<>() {});
  }

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
