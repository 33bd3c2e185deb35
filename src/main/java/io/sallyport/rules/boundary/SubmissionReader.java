package io.sallyport.rules.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.TSFBuilder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.boundary.SubmissionSchema.Opinion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads submissions, JSON or YAML, the same way at REST, at the command line and from the ledger.
 * Strict: no property twice, none that the schema does not know, a limit on size and depth.
 */
public final class SubmissionReader {

  /** A submission is a page of text. */
  public static final int SIZE_BYTES_MAX = 256 << 10;

  private static final String RULE = "submission/it-can-be-read";
  private static final int DEPTH_MAX = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  private static final ObjectMapper JSON = strict(JsonFactory.builder());
  private static final ObjectMapper YAML = strict(YAMLFactory.builder());

  private SubmissionReader() {}

  /**
   * What could be read.
   *
   * @param findings what the schema has to say
   * @param submission empty if the document has not the shape of one, so that no rule can judge it
   */
  public record Reading(List<Finding> findings, Optional<Submission> submission) {}

  /** A submission as JSON or YAML; refuses what does not follow the schema, with all findings. */
  public static Submission read(byte[] text) {
    Reading reading = examine(text);
    if (!reading.findings().isEmpty()) throw new Refused(reading.findings());
    return reading.submission().orElseThrow();
  }

  /** The same, without a refusal: for lint, which wants to tell what the rules say as well. */
  public static Reading examine(byte[] text) {
    JsonNode document;
    try {
      document = document(text);
    } catch (Refused unreadable) {
      return new Reading(unreadable.findings(), Optional.empty());
    }
    Opinion opinion = SubmissionSchema.of(document);
    if (!opinion.shaped()) return new Reading(opinion.findings(), Optional.empty());
    try {
      return new Reading(opinion.findings(), Optional.of(submission(document)));
    } catch (JsonProcessingException outOfRange) {
      return new Reading(
          opinion.findings().isEmpty() ? unreadable(outOfRange).findings() : opinion.findings(),
          Optional.empty());
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

  private static JsonNode document(byte[] text) {
    if (text.length > SIZE_BYTES_MAX) {
      String limit = "at most " + SIZE_BYTES_MAX + " bytes";
      throw new Refused(RULE, "the submission", text.length + " bytes", limit);
    }
    try {
      JsonNode document = (isJson(text) ? JSON : YAML).readTree(text);
      if (!document.isObject()) {
        throw new Refused(RULE, "the submission", "no object", "an object of the published schema");
      }
      requireWellFormed(document);
      return document;
    } catch (JsonProcessingException malformed) {
      throw unreadable(malformed);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** RFC 8259, 8.2: half a character may be escaped in JSON, and nobody could record it. */
  private static void requireWellFormed(JsonNode document) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(document.toString())) {
      String limit = "text of whole Unicode characters";
      throw new Refused(RULE, "the submission", "a lone surrogate", limit);
    }
  }

  private static Submission submission(JsonNode document) throws JsonProcessingException {
    return MAPPER
        .reader()
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .treeToValue(SubmissionDefaults.in(document), Submission.class);
  }

  private static Refused unreadable(JsonProcessingException malformed) {
    String where =
        malformed.getLocation() == null ? "" : "line " + malformed.getLocation().getLineNr() + ": ";
    return new Refused(
        RULE,
        "the submission",
        Shown.of(where + malformed.getOriginalMessage()),
        "JSON or YAML of the published schema, each property once");
  }

  private static boolean isJson(byte[] text) {
    for (byte character : text) {
      if (!Character.isWhitespace(character)) return character == '{';
    }
    return true;
  }

  private static ObjectMapper strict(TSFBuilder<?, ?> factory) {
    factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    factory.streamReadConstraints(
        StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build());
    return new ObjectMapper(factory.build())
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }
}
