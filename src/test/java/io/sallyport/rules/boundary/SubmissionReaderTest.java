package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.rules.Finding;
import io.sallyport.rules.boundary.SubmissionReader.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SubmissionReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void P1_all_breaches_of_the_schema_are_told_at_once_by_pointer() {
    Reading reading = examine("{\"model\": 7, \"task\": \"guess\", \"extra\": 1}");
    assertThat(reading.submission()).isEmpty();
    assertThat(reading.findings())
        .extracting(Finding::toString)
        .contains(
            "submission/it-follows-the-schema: /model is a number, 7; the limit is string",
            "submission/it-follows-the-schema: /task is guess; the limit is one of"
                + " classification, regression",
            "submission/it-follows-the-schema: /extra is unknown; the limit is a property of the"
                + " schema",
            "submission/it-follows-the-schema: /data is absent; the limit is given");
  }

  @Test
  void P1_a_property_given_twice_is_refused() {
    assertThat(examine("{\"model\": \"a\", \"model\": \"b\"}").findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.value()).contains("Duplicate"));
  }

  @Test
  void P1_half_a_character_is_refused_because_nobody_could_record_it() {
    assertThatThrownBy(
            () ->
                SubmissionReader.read("{\"model\": \"\\ud83d\"}".getBytes(StandardCharsets.UTF_8)))
        .hasMessage(
            "submission/it-can-be-read: the submission is a lone surrogate; the limit is text of"
                + " whole Unicode characters");
  }

  @Test
  void P1_what_is_too_long_is_refused_unread() {
    byte[] text = new byte[SubmissionReader.SIZE_BYTES_MAX + 1];
    assertThatThrownBy(() -> SubmissionReader.read(text))
        .hasMessage(
            "submission/it-can-be-read: the submission is 262145 bytes; the limit is at most"
                + " 262144 bytes");
  }

  @Test
  void P1_a_second_document_behind_the_first_is_refused() {
    String good =
        new String(
            Examples.bytes(Examples.SUBMISSIONS.resolve("good/complete.yaml")),
            StandardCharsets.UTF_8);
    assertThat(examine(good + "---\nmodel: other\n").findings())
        .extracting(Finding::rule)
        .containsExactly("submission/it-can-be-read");
  }

  @Test
  void P1_defaults_are_those_that_the_schema_publishes() throws Exception {
    Submission read =
        SubmissionReader.read(
            Examples.bytes(Examples.SUBMISSIONS.resolve("good/with-defaults.yaml")));
    JsonNode schema = JSON.readTree(SubmissionSchema.text());
    JsonNode tree = JSON.valueToTree(SubmissionReader.tree(read));
    for (String property : new String[] {"delimiter", "columns", "dropColumns", "split"}) {
      assertThat(tree.at("/data/" + property))
          .isEqualTo(schema.at("/properties/data/properties/" + property + "/default"));
    }
    assertThat(read.endpoint().consumers()).isEmpty();
    assertThat(read.training().hyperparameters()).isEmpty();
  }

  @Test
  void P1_a_submission_written_as_a_tree_reads_as_the_same_submission() throws Exception {
    Submission good = Examples.good().submission();
    byte[] tree = JSON.writeValueAsBytes(SubmissionReader.tree(good));
    assertThat(SubmissionReader.read(tree)).isEqualTo(good);
    assertThat(SubmissionReader.recorded(tree)).isEqualTo(good);
  }

  private static Reading examine(String text) {
    return SubmissionReader.examine(text.getBytes(StandardCharsets.UTF_8));
  }
}
