package io.sallyport.rules.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HyperparametersAreShortTextsTest {

  private final HyperparametersAreShortTexts rule = new HyperparametersAreShortTexts();

  @Test
  void S07_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S07_hyperparameter_too_long_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("hyperparameter-too-long")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/hyperparameters-are-short-texts: /training/hyperparameters/tr"
                + "ees is 2501 characters; the limit is at most 2500 printable characters");
  }

  @Test
  void S07_hyperparameter_that_is_the_label_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("hyperparameter-that-is-the-label")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/hyperparameters-are-short-texts: /training/hyperparameters/la"
                + "bel is x1; the limit is said once, by /task and /data");
  }

  @Test
  void S07_hyperparameter_with_a_strange_name_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("hyperparameter-with-a-strange-name")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/hyperparameters-are-short-texts: /training/hyperparameters/a "
                + "b is a b; the limit is a name of letters, digits, - and _");
  }

  @Test
  void S07_what_the_product_adds_counts_too() {
    assertThat(rule.check(with(97))).isEmpty();
    assertThat(rule.check(with(98)))
        .hasToString(
            "[boundary/hyperparameters-are-short-texts: /training/hyperparameters is 98 of them;"
                + " the limit is at most 97]");
  }

  /** The good submission, with so many hyperparameters. */
  private static SubmissionFacts with(int count) {
    String seed = "    seed: '1'\n";
    String more =
        IntStream.range(5, count).mapToObj(i -> "    p" + i + ": '1'\n").collect(joining());
    String text =
        new String(Examples.bytes(Examples.SUBMISSIONS.resolve("good/complete.yaml")), UTF_8)
            .replace(seed, seed + more);
    Submission submission =
        SubmissionReader.examine(text.getBytes(UTF_8)).submission().orElseThrow();
    return Examples.withFloors(submission, Examples.program());
  }
}
