package io.sallyport.rules.boundary;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sallyport.rules.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The published JSON Schema of submissions (draft 2020-12). It says what a submission looks like;
 * what its values may be, the rules decide.
 */
public final class SubmissionSchema {

  static final String RULE = "submission/it-follows-the-schema";

  private static final String RESOURCE = "/schema/submission.schema.json";

  /** With one of these broken there is no record that rules could judge. */
  private static final Set<String> SHAPE = Set.of("type", "required", "enum");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text(), InputFormat.JSON);

  private SubmissionSchema() {}

  /** The schema as it is published. */
  public static String text() {
    try (InputStream schema = SubmissionSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * What the schema says of a document.
   *
   * @param shaped whether the rules can judge it nevertheless
   */
  record Opinion(List<Finding> findings, boolean shaped) {}

  static Opinion of(JsonNode document) {
    List<Error> errors = SCHEMA.validate(document);
    return new Opinion(
        errors.stream().map(SubmissionSchema::finding).distinct().toList(),
        errors.stream().map(Error::getKeyword).noneMatch(SHAPE::contains));
  }

  private static Finding finding(Error error) {
    String pointer = String.valueOf(error.getInstanceLocation());
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "required" -> new Finding(RULE, pointer + "/" + property, "absent", "given");
      case "additionalProperties" ->
          new Finding(
              RULE,
              pointer + "/" + Pointer.escaped(property),
              "unknown",
              "a property of the schema");
      default -> new Finding(RULE, pointer, Shown.of(value(error)), limit(error));
    };
  }

  private static String value(Error error) {
    JsonNode value = error.getInstanceNode();
    return switch (error.getKeyword()) {
      case "maxLength", "minLength" -> value.asText().length() + " characters";
      case "maxItems", "minItems", "maxProperties" -> value.size() + " entries";
      case "type" -> value.isContainerNode() ? a(value) : a(value) + ", " + value.asText();
      default -> value.asText();
    };
  }

  private static String limit(Error error) {
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> limit.asText();
      case "enum" ->
          limit.valueStream().map(JsonNode::asText).collect(joining(", ", "one of ", ""));
      case "pattern" -> "of the form " + limit.asText();
      case "minimum" -> "at least " + limit.asText();
      case "maximum" -> "at most " + limit.asText();
      case "minLength" -> "at least " + limit.asText() + " characters";
      case "maxLength" -> "at most " + limit.asText() + " characters";
      case "minItems" -> "at least " + limit.asText() + " entries";
      default -> "at most " + limit.asText() + " entries";
    };
  }

  private static String a(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT, POJO -> "an object";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL, MISSING, BINARY -> "nothing";
    };
  }
}
