package io.sallyport.models.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.pages.StateSentence.Situation;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.boundary.Tier;
import io.sallyport.workflow.HumanTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a version stands, for each state that it can be in (F31). */
class StateSentenceTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private List<HumanTask> tasks = List.of();
  private Optional<String> job = Optional.empty();
  private Optional<String> trouble = Optional.empty();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IN_SERVICE   | ok    | It answers at land-cover until Nov 30, 00:00
          SUSPENDED    | stop  | It is stopped: nobody is answered at land-cover
          ARCHIVED     | stop  | It was archived: it failed Gate 1, not proven
          RETURNED     | watch | An authority sent it back to Emil Engineer
          WITHDRAWN    | info  | Emil Engineer withdrew it
          SUPERSEDED   | info  | A newer version took its place
          NOT_DEPLOYED | stop  | It was not deployed: the ledger did not confirm it
          RETIRED      | info  | It was retired
          """)
  void F31_each_state_is_one_sentence_with_its_colour(State state, String colour, String headline)
      throws IOException {
    StateSentence sentence = sentence(state);

    assertThat(sentence.state()).isEqualTo(colour);
    assertThat(sentence.headline()).isEqualTo(headline);
    assertThat(sentence.detail()).endsWith(".");
  }

  @Test
  void F31_no_state_is_without_a_sentence() throws IOException {
    for (State state : Arrays.asList(State.values())) {
      assertThat(sentence(state).headline()).as(state.name()).isNotBlank();
    }
  }

  @Test
  void F31_it_says_for_whom_it_waits_to_do_what_by_when_and_what_else() throws IOException {
    tasks = List.of(task("decide-on-promotion", "Decide on promotion and sign"));

    StateSentence sentence = sentence(State.IN_PROGRESS);

    assertThat(sentence.headline())
        .isEqualTo(
            "It waits for Alice Ames or Bob Bell to decide on promotion and sign,"
                + " by Nov 23, 12:00");
    assertThat(sentence.detail())
        .startsWith("If too few decide in 30 days, Gate 3 fails and it is archived.")
        .endsWith("Nothing is needed from Emil Engineer.");
  }

  @Test
  void F31_a_review_that_nobody_makes_fails_Gate_2() throws IOException {
    tasks = List.of(task("review-findings", "Review the findings and sign"));

    assertThat(sentence(State.IN_PROGRESS).detail())
        .startsWith("If nobody reviews in 30 days, Gate 2 fails");
  }

  @Test
  void F31_a_stopped_version_waits_for_a_second_person() throws IOException {
    tasks = List.of(task("decide-after-stop", "Restore or retire, and sign"));

    assertThat(sentence(State.SUSPENDED).detail())
        .isEqualTo(
            "It waits for Alice Ames or Bob Bell to restore or retire, and sign,"
                + " by Nov 23, 12:00. Until then it stays stopped. Whoever stopped it does not"
                + " decide about it.");

    tasks = List.of(task("recommend-after-episode", "Recommend what to do, and sign"));

    assertThat(sentence(State.SUSPENDED).detail())
        .endsWith(
            "Until then it stays suspended. Whoever asked for the decision does not make it.");
  }

  @Test
  void F31_a_version_that_answers_and_is_asked_about_says_who_is_asked() throws IOException {
    assertThat(sentence(State.IN_SERVICE).detail()).endsWith("Nothing is needed now.");

    tasks = List.of(task("decide-after-episode", "Decide what happens, and sign"));

    assertThat(sentence(State.IN_SERVICE).detail())
        .endsWith(
            "It waits for Alice Ames or Bob Bell to decide what happens, and sign, by Nov 23,"
                + " 12:00.");
  }

  @Test
  void F31_it_says_which_job_it_waits_for_or_what_the_system_does() throws IOException {
    assertThat(sentence(State.IN_PROGRESS).headline()).isEqualTo("The system works on “Register”");

    job = Optional.of("training");

    assertThat(sentence(State.IN_PROGRESS).headline())
        .isEqualTo("It waits for the training job to end");
  }

  @Test
  void F31_a_step_that_failed_comes_before_everything_else() throws IOException {
    tasks = List.of(task("decide-on-promotion", "Decide on promotion and sign"));
    trouble = Optional.of("KMS refused the key.");

    StateSentence sentence = sentence(State.IN_PROGRESS);

    assertThat(sentence.state()).isEqualTo("watch");
    assertThat(sentence.headline())
        .isEqualTo("It stands still at “Register” until an operator has looked");
    assertThat(sentence.detail()).endsWith("KMS refused the key.");
  }

  private StateSentence sentence(State state) throws IOException {
    return StateSentence.of(
        new Situation(
            version(state),
            tasks,
            "Alice Ames or Bob Bell",
            "Register",
            job,
            "it failed Gate 1, not proven",
            Instant.parse("2026-11-30T00:00:00Z"),
            trouble),
        NOW);
  }

  private static HumanTask task(String key, String name) {
    Instant due = Instant.parse("2026-11-23T12:00:00Z");
    return new HumanTask(
        "1",
        key,
        name,
        "land-cover-1",
        "2",
        "3",
        Optional.empty(),
        List.of(),
        NOW,
        Optional.of(due));
  }

  private static ModelVersion version(State state) throws IOException {
    return new ModelVersion(
        "land-cover-1",
        "land-cover",
        1,
        "sentinel",
        "emil",
        "Emil Engineer",
        Tier.ROUTINE,
        state,
        SubmissionReader.read(
            Files.readAllBytes(Path.of("src/test/resources/submissions/good/complete.yaml"))),
        "00",
        NOW,
        Optional.empty(),
        Optional.empty());
  }
}
