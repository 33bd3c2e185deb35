package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.boundary.Drafts.Sample;
import io.sallyport.rules.boundary.Submission.ObjectVersion;
import io.sallyport.rules.boundary.Submission.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DraftsTest {

  private static final List<String> COLUMNS = List.of("x", "kind");

  @Test
  void W4_a_draft_passes_the_boundary() {
    Submission draft =
        Drafts.of(
            new Drafts.Wish("my-model", "kind", ",", LocalDate.parse("2027-05-01")),
            new Sample(COLUMNS, 5000, Map.of("a", 2500L, "b", 2500L), false),
            new Drafts.Ground(Examples.program(), image()),
            new ObjectVersion("s3://sentinel-data/uploads/my.csv", "v1"));
    assertThat(
            BoundaryRules.BOOK.check(
                SubmissionFacts.offline(draft, Examples.program(), Optional.empty(), Examples.AT)))
        .isEmpty();
  }

  @Test
  void W4_too_few_rows_and_a_rare_class_are_told_beforehand() {
    Sample sample = new Sample(COLUMNS, 208, Map.of("mine", 200L, "rock", 8L), false);
    assertThat(Drafts.warnings(sample, "kind"))
        .containsExactly(
            "208 rows hold out about 41; Gate 1 asks for 300, which takes about 1500 rows",
            "class rock has 8 rows, of which about 1 are held out; Gate 1 asks for 30");
  }

  @Test
  void W4_a_label_that_is_no_column_is_told_beforehand() {
    Sample sample = new Sample(COLUMNS, 5000, Map.of("a", 2500L, "b", 2500L), false);
    assertThat(Drafts.warnings(sample, "colour"))
        .containsExactly("There is no column colour in x, kind");
  }

  @Test
  void W4_many_different_numbers_are_a_regression() {
    Map<String, Long> labels = new TreeMap<>();
    for (int i = 0; i < 21; i++) labels.put(Integer.toString(i), 1L);
    assertThat(Drafts.task(new Sample(COLUMNS, 21, labels, true))).isEqualTo(Task.REGRESSION);
    assertThat(Drafts.task(new Sample(COLUMNS, 21, labels, false))).isEqualTo(Task.CLASSIFICATION);
  }

  private static String image() {
    return Examples.good().submission().containers().training();
  }
}
