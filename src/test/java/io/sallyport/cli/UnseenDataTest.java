package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.objects.StoredObject;
import io.sallyport.cli.Terminal.Said;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Pipeline;
import io.sallyport.local.Story;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data never seen here, by a person's own steps (A3): draft, lint, submit. Each goes through to a
 * verdict, or is refused with a message that the person can act on; nothing is left half-done.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnseenDataTest {

  private static final String GATE_3 = "decide-on-promotion";

  @TempDir private static Path folder;

  private final LocalBoundary boundary = LocalBoundary.shared();
  private UnseenTables data;
  private Submitter emil;

  @BeforeAll
  void logIn() {
    data = new UnseenTables(folder);
    emil = Submitter.emil(boundary, folder);
  }

  @Test
  void A3_text_categories_with_missing_values_get_a_verdict_that_names_the_rare_class()
      throws IOException {
    Said drafted = emil.drafted(data.textCategories(), "kind");
    assertThat(drafted.err())
        .contains("class ghost has 30 rows, of which about 6 are held out; Gate 1 asks for 30");

    Story story = emil.submitted("sightings");

    story.reaches(State.ARCHIVED);
    assertThat(story.payload(Lineage.GATE_1_FAILED).path("verdict").asText())
        .isEqualTo("not assessable");
    assertThat(emil.page("sightings", 1)).contains("ghost", "30");
    emil.assertNothingIsLeftOf(story);
  }

  @Test
  void A3_a_regression_gets_to_its_authority() throws IOException {
    Said drafted = emil.drafted(data.quantity(), "litres");
    assertThat(drafted.err()).isEmpty();
    assertThat(Files.readString(emil.file("fuel.yaml"))).contains("regression", "\"r2\"");

    Story story = emil.submitted("fuel");

    story.waitsAt(GATE_3);
    emil.withdraw(story);
  }

  @Test
  void A3_markup_in_a_header_gets_to_its_authority_and_runs_on_no_page() throws IOException {
    emil.drafted(data.markup(), "<b>kind</b>");

    Story story = emil.submitted("markup");

    String task = story.waitsAt(GATE_3).id();
    String asked = Visitor.loggedIn(boundary.address(), "alice").get("/tasks/" + task).text();
    assertThat(asked + emil.page("markup", 1))
        .doesNotContain("<script", "<img", "<b>kind", "<u>low");
    emil.withdraw(story);
    emil.edit("markup", "columns: \\{\\}", "columns: {'\"><img src=x onerror=alert(2)>': numeric}");
    emil.assertRejected(emil.submitted("markup"), "data/values-are-of-the-fixed-kind", "'<i>");
    assertThat(emil.page("markup", 2))
        .contains("&lt;img src=x", "&lt;i&gt;")
        .doesNotContain("<script", "<img", "<i>");
  }

  @Test
  void A3_numbers_that_are_names_get_to_their_authority_and_a_misspelt_column_is_told()
      throws IOException {
    emil.drafted(data.zones(), "kind");
    emil.edit("zones", "columns: \\{\\}", "columns: {zone: categorical}");

    Story story = emil.submitted("zones");

    story.waitsAt(GATE_3);
    assertThat(story.payload(Lineage.TRAINED).at("/hyperparameters/categorical-columns").asText())
        .isEqualTo("[\"zone\"]");
    emil.withdraw(story);
    emil.edit("zones", "zone: categorical", "zome: categorical");
    emil.assertRefused(
        "zones",
        "boundary/named-columns-are-there: /data/columns/zome is 'zome'",
        "did you mean 'zone'?");
  }

  @Test
  void A3_two_thousand_columns_get_to_their_authority() throws IOException {
    emil.drafted(data.wide(), "kind");
    emil.edit("wide", "trees: \"50\"", "trees: \"10\"");

    Story story = emil.submitted("wide");

    story.waitsAt(GATE_3);
    emil.withdraw(story);
  }

  @Test
  void A3_utf16_is_refused_at_once_and_by_the_boundary_when_it_came_another_way()
      throws IOException {
    Path exported = data.utf16();
    Said refused = emil.draft(exported, "kind");
    assertThat(refused.exitCode()).isEqualTo(Failed.TROUBLE);
    assertThat(refused.err()).contains("exported.csv as CSV in UTF-8; save it as 'CSV UTF-8'");
    assertThat(emil.file("exported.yaml")).doesNotExist();

    emil.drafted(data.separatedBy(",", "replaced.csv"), "kind");
    StoredObject stored = new Pipeline(boundary).upload(exported);
    emil.edit("replaced", "uri: \"[^\"]+\"", "uri: \"" + stored.uri() + "\"");
    emil.edit("replaced", "versionId: \"[^\"]+\"", "versionId: \"" + stored.versionId() + "\"");

    emil.assertRefused(
        "replaced", "boundary/the-header-can-be-read", "save the file as 'CSV UTF-8'");
  }

  @Test
  void A3_a_wrong_delimiter_is_found_or_named_with_the_right_one() throws IOException {
    Said refused = emil.draft(data.separatedBy(":", "colons.csv"), "kind");
    assertThat(refused.exitCode()).isEqualTo(Failed.TROUBLE);
    assertThat(refused.err()).contains("There is no column kind in a:b:kind", "separate");

    emil.drafted(data.separatedBy(";", "semicolons.csv"), "kind");
    emil.edit("semicolons", "delimiter: \";\"", "delimiter: \",\"");

    emil.assertRefused("semicolons", "boundary/the-header-can-be-read", "the header holds ';'");
  }

  @Test
  void A3_a_missing_label_is_refused_at_once_and_by_the_boundary_with_the_columns_there_are()
      throws IOException {
    Said refused = emil.draft(data.separatedBy(",", "unlabelled.csv"), "species");
    assertThat(refused.err()).contains("There is no column species in a, b, kind");
    emil.drafted(emil.file("unlabelled.csv"), "kind");
    emil.edit("unlabelled", "label: \"kind\"", "label: \"species\"");

    emil.assertRefused(
        "unlabelled",
        "boundary/named-columns-are-there: /data/label is 'species'",
        "one of the 3 columns: 'a', 'b', 'kind'");
  }

  @Test
  void A3_one_class_is_warned_of_and_refused() throws IOException {
    assertThat(emil.drafted(data.oneClass(), "kind").err())
        .contains("There is one class only; a classification needs two or more");

    emil.assertRejected(emil.submitted("calm"), "data/there-are-two-classes", "only 'calm'");
  }
}
