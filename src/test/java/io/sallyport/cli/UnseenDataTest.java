package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.authority.Directory;
import io.sallyport.authority.Person;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.cli.Terminal.Said;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Pipeline;
import io.sallyport.local.Story;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.RunningJobs;
import io.sallyport.models.ending.Withdrawals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
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

  @TempDir private static Path home;

  private final LocalBoundary boundary = LocalBoundary.shared();
  private UnseenTables data;
  private Terminal emil;

  @BeforeAll
  void logIn() throws IOException {
    Path folder = Files.createDirectories(home.resolve("emil"));
    data = new UnseenTables(folder);
    emil = new Terminal(boundary.address(), folder, "emil");
    assertThat(emil.logIn().exitCode()).isZero();
  }

  @Test
  void A3_text_categories_with_missing_values_get_a_verdict_that_names_the_rare_class()
      throws IOException {
    Said drafted = drafted(data.textCategories(), "kind");
    assertThat(drafted.err())
        .contains("class ghost has 30 rows, of which about 6 are held out; Gate 1 asks for 30");

    Story story = submitted("sightings");

    story.reaches(State.ARCHIVED);
    assertThat(story.payload(Lineage.GATE_1_FAILED).path("verdict").asText())
        .isEqualTo("not assessable");
    assertThat(page("sightings", 1)).contains("ghost", "30");
    assertNothingIsLeftOf(story);
  }

  @Test
  void A3_a_regression_gets_to_its_authority() throws IOException {
    Said drafted = drafted(data.quantity(), "litres");
    assertThat(drafted.err()).isEmpty();
    assertThat(Files.readString(home.resolve("emil/fuel.yaml"))).contains("regression", "\"r2\"");

    Story story = submitted("fuel");

    story.waitsAt(GATE_3);
    withdrawn(story);
  }

  @Test
  void A3_markup_in_a_header_gets_to_its_authority_and_runs_on_no_page() throws IOException {
    drafted(data.markup(), "<b>kind</b>");

    Story story = submitted("markup");

    String task = story.waitsAt(GATE_3).id();
    String asked = Visitor.loggedIn(boundary.address(), "alice").get("/tasks/" + task).text();
    assertThat(asked + page("markup", 1)).doesNotContain("<script", "<img", "<b>kind", "<u>low");
    withdrawn(story);
    changed("markup", "columns: \\{\\}", "columns: {'\"><img src=x onerror=alert(2)>': numeric}");
    assertRejected(submitted("markup"), "data/values-are-of-the-fixed-kind", "'<i>");
    assertThat(page("markup", 2))
        .contains("&lt;img src=x", "&lt;i&gt;")
        .doesNotContain("<script", "<img", "<i>");
  }

  @Test
  void A3_numbers_that_are_names_get_to_their_authority_and_a_misspelt_column_is_told()
      throws IOException {
    drafted(data.zones(), "kind");
    changed("zones", "columns: \\{\\}", "columns: {zone: categorical}");

    Story story = submitted("zones");

    story.waitsAt(GATE_3);
    assertThat(story.payload(Lineage.TRAINED).at("/hyperparameters/categorical-columns").asText())
        .isEqualTo("[\"zone\"]");
    withdrawn(story);
    changed("zones", "zone: categorical", "zome: categorical");
    assertRefused(
        "zones",
        "boundary/named-columns-are-there: /data/columns/zome is 'zome'",
        "did you mean 'zone'?");
  }

  @Test
  void A3_two_thousand_columns_get_to_their_authority() throws IOException {
    drafted(data.wide(), "kind");
    changed("wide", "trees: \"50\"", "trees: \"10\"");

    Story story = submitted("wide");

    story.waitsAt(GATE_3);
    withdrawn(story);
  }

  @Test
  void A3_utf16_is_refused_at_once_and_by_the_boundary_when_it_came_another_way()
      throws IOException {
    Path exported = data.utf16();
    Said refused = emil.run("draft", "exported.csv", "--label", "kind");
    assertThat(refused.exitCode()).isEqualTo(Failed.TROUBLE);
    assertThat(refused.err()).contains("exported.csv as CSV in UTF-8; save it as 'CSV UTF-8'");
    assertThat(home.resolve("emil/exported.yaml")).doesNotExist();

    drafted(data.separatedBy(",", "replaced.csv"), "kind");
    StoredObject stored = new Pipeline(boundary).upload(exported);
    changed("replaced", "uri: \"[^\"]+\"", "uri: \"" + stored.uri() + "\"");
    changed("replaced", "versionId: \"[^\"]+\"", "versionId: \"" + stored.versionId() + "\"");

    assertRefused("replaced", "boundary/the-header-can-be-read", "save the file as 'CSV UTF-8'");
  }

  @Test
  void A3_a_wrong_delimiter_is_found_or_named_with_the_right_one() throws IOException {
    Said refused = draft(data.separatedBy(":", "colons.csv"), "kind");
    assertThat(refused.exitCode()).isEqualTo(Failed.TROUBLE);
    assertThat(refused.err()).contains("There is no column kind in a:b:kind", "separate");

    drafted(data.separatedBy(";", "semicolons.csv"), "kind");
    changed("semicolons", "delimiter: \";\"", "delimiter: \",\"");

    assertRefused("semicolons", "boundary/the-header-can-be-read", "the header holds ';'");
  }

  @Test
  void A3_a_missing_label_is_refused_at_once_and_by_the_boundary_with_the_columns_there_are()
      throws IOException {
    Said refused = draft(data.separatedBy(",", "unlabelled.csv"), "species");
    assertThat(refused.err()).contains("There is no column species in a, b, kind");
    drafted(home.resolve("emil/unlabelled.csv"), "kind");
    changed("unlabelled", "label: \"kind\"", "label: \"species\"");

    assertRefused(
        "unlabelled",
        "boundary/named-columns-are-there: /data/label is 'species'",
        "one of the 3 columns: 'a', 'b', 'kind'");
  }

  @Test
  void A3_one_class_is_warned_of_and_refused() throws IOException {
    assertThat(drafted(data.oneClass(), "kind").err())
        .contains("There is one class only; a classification needs two or more");

    assertRejected(submitted("calm"), "data/there-are-two-classes", "only 'calm'");
  }

  @Test
  void A3_two_hundred_megabytes_are_split_and_refused_by_a_trainer_without_the_memory()
      throws IOException {
    Path large = data.large(200_000_000);
    assertThat(Files.size(large)).isGreaterThan(200_000_000);
    Instant begun = Instant.now();
    drafted(large, "kind");
    changed("large", "modulus: 5", "modulus: 10");
    Story story = submitted("large");

    assertRejected(story, "training/the-data-fits-in-memory", "choose one with more memory");

    assertThat(story.payload(Lineage.HELD_OUT_SET_FIXED).path("trainRows").asLong())
        .isGreaterThan(3_900_000);
    System.out.println("200 MB to their verdict: " + Duration.between(begun, Instant.now()));
  }

  private Said drafted(Path file, String label) {
    Said said = draft(file, label);
    assertThat(said.exitCode()).as(said.toString()).isZero();
    return said;
  }

  private Said draft(Path file, String label) {
    return emil.run("draft", file.getFileName().toString(), "--label", label);
  }

  private Story submitted(String model) {
    assertThat(emil.run("lint", "--live", model + ".yaml"))
        .isEqualTo(new Said(0, model + ".yaml: nothing is wrong\n", ""));
    Said said = emil.run("submit", model + ".yaml");
    assertThat(said.exitCode()).as(said.toString()).isZero();
    return new Story(boundary, said.out().lines().findFirst().orElseThrow().split(" ", -1)[2]);
  }

  /** Nothing begins: the server says why, when it is asked and when it is sent. */
  private void assertRefused(String model, String finding, String advice) {
    Said linted = emil.run("lint", "--live", model + ".yaml");
    Said sent = emil.run("submit", model + ".yaml");

    assertThat(linted.exitCode()).isEqualTo(Failed.NO);
    assertThat(sent.exitCode()).isEqualTo(Failed.NO);
    assertThat(linted.out() + linted.err()).contains(finding, advice);
    assertThat(sent.out() + sent.err()).contains(finding, advice);
  }

  /** Somebody edits the drafted submission. */
  private void changed(String model, String pattern, String to) throws IOException {
    Path file = home.resolve("emil").resolve(model + ".yaml");
    String text = Files.readString(file);
    assertThat(text).containsPattern(pattern);
    Files.writeString(file, text.replaceFirst(pattern, to));
  }

  /** The state says what happened, the person is told what to change, and no work goes on. */
  private void assertRejected(Story story, String rule, String advice) {
    story.reaches(State.ARCHIVED);
    assertThat(story.kinds()).contains("training-rejected").doesNotContain("gate-1-passed");
    String model = story.version().model();
    int number = story.version().number();
    assertThat(emil.run("status", model, String.valueOf(number)).out())
        .contains(rule, advice, story.version().id() + " is archived");
    assertThat(page(model, number)).contains("It was archived");
    assertNothingIsLeftOf(story);
  }

  private void withdrawn(Story story) {
    boundary.bean(Withdrawals.class).withdraw(story.version().id(), person());
    story.reaches(State.WITHDRAWN);
    assertNothingIsLeftOf(story);
  }

  private void assertNothingIsLeftOf(Story story) {
    String version = story.version().id();
    assertThat(boundary.bean(RunningJobs.class).of(version)).isEmpty();
    assertThat(
            boundary
                .bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(version)
                .count())
        .isZero();
  }

  private String page(String model, int number) {
    String address = "/models/" + model + "/" + number;
    return Visitor.loggedIn(boundary.address(), "emil").get(address).text();
  }

  private Person person() {
    return boundary.bean(Directory.class).find(DemoPeople.named("emil").subject()).orElseThrow();
  }
}
