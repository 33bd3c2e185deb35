package io.sallyport.jobs.process;

import static io.sallyport.jobs.process.ProcessingFolder.classes;
import static io.sallyport.jobs.process.ProcessingFolder.plan;
import static io.sallyport.jobs.process.ProcessingTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.technical.ProcessingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A3: data that cannot be used is refused in words that a person can act on, and nothing is left.
 */
class ProcessingRefusalsTest {

  @TempDir Path folder;
  private ProcessingFolder job;

  @BeforeEach
  void lay_out_the_job() {
    job = new ProcessingFolder(folder);
  }

  @Test
  void A3_UTF_16_is_refused() throws Exception {
    job.data("a,kind\n1,x\n".getBytes(StandardCharsets.UTF_16));
    assertRefused(
        classes("kind"),
        "data/the-file-is-utf-8-text: data.csv is UTF-16 text; the limit is UTF-8 text, with or"
            + " without a byte order mark; save the file as 'CSV UTF-8'");
  }

  @Test
  void A3_a_byte_order_mark_is_no_fault() throws Exception {
    job.data("\uFEFF" + rows("kind,a", "c%2$d,%1$d", 60));
    assertThat(job.process(classes("kind")).findings()).isEmpty();
  }

  @Test
  void A3_binary_and_empty_files_are_refused() throws Exception {
    job.data(new byte[] {1, 2, 3, 0, 5, 6, 7, 8});
    assertRefused(
        classes("kind"),
        "data/the-file-is-utf-8-text: data.csv is binary data; the limit is UTF-8 text, with or"
            + " without a byte order mark; save the file as 'CSV UTF-8'");
    job.data("");
    assertRefused(
        classes("kind"),
        "data/the-file-has-a-header: data.csv is empty; the limit is a header line and at least"
            + " one row");
  }

  @Test
  void A3_text_that_turns_binary_later_is_refused_and_leaves_nothing() throws Exception {
    job.data(rows("a,kind", "%d,c%d", 60_000) + "1,\0\n");
    assertRefused(
        classes("kind"),
        "data/the-file-is-utf-8-text: data.csv, at or after line 60002 is a NUL character: binary"
            + " data or UTF-16; the limit is UTF-8 text, with or without a byte order mark; save"
            + " the file as 'CSV UTF-8'");
  }

  @Test
  void A3_a_wrong_delimiter_is_refused_with_the_likely_one() throws Exception {
    job.data("a;b;kind\n1;2;x\n");
    assertRefused(
        classes("kind"),
        "data/the-delimiter-separates-columns: the header is one column, 'a;b;kind'; the limit is"
            + " two columns or more, separated by ','; the header holds ';'");
  }

  @Test
  void A3_all_faults_of_the_header_and_the_rows_are_told_at_once() throws Exception {
    job.data("a,,a,kind\n1,2,3,x\n1,2,3\n1,2,3,x,5\n");
    ProcessingPlan.Split split = new ProcessingPlan.Split(5, 0, Optional.of("patient"));
    assertRefused(
        new ProcessingPlan("label", "classification", ",", List.of("b"), Map.of(), split, 1),
        "data/columns-have-names: column 2 is without a name; the limit is 1 to 128 printable"
            + " characters",
        "data/column-names-are-unique: column 3 is 'a', a name given before; the limit is a name"
            + " of its own",
        "data/the-label-is-a-column: the label is 'label'; the limit is one of the 4 columns: 'a',"
            + " '', 'a', 'kind'",
        "data/the-group-is-a-column: the group column is 'patient'; the limit is one of the 4"
            + " columns: 'a', '', 'a', 'kind'",
        "data/dropped-columns-exist: a column to drop is 'b'; the limit is one of the 4 columns:"
            + " 'a', '', 'a', 'kind'",
        "data/every-row-is-complete: rows that do not fit the header is 2 rows, first line 3: 3"
            + " values; the limit is none; each row has 4 values like the header",
        "data/both-parts-have-rows: the split is 1 rows for training and 0 held out; the limit is"
            + " at least 1 in each");
  }

  @Test
  void A3_names_that_cannot_be_shown_and_too_many_columns_are_refused() throws Exception {
    job.data("a\u202Eb,kind\n" + "1,x\n2,y\n".repeat(20));
    assertThat(rules(classes("kind"))).contains("data/columns-have-names");
    job.data("a,".repeat(4096) + "kind\n");
    assertRefused(
        classes("kind"), "data/columns-fit: the header is 4097 columns; the limit is 4096");
  }

  @Test
  void A3_a_single_class_and_missing_labels_are_refused() throws Exception {
    job.data(rows("a,kind", "%d,same", 30) + "1,NA\n2,\n");
    assertRefused(
        classes("kind"),
        "data/every-row-has-a-label: the label 'kind' is 2 rows, first line 32: no label; the"
            + " limit is none; leave out rows without a label (blank, NA, NaN, null, ?)",
        "data/there-are-two-classes: the label 'kind' is only 'same'; the limit is two classes or"
            + " more");
  }

  @Test
  void A3_a_class_of_few_rows_and_a_label_that_is_no_class_are_refused() throws Exception {
    job.data(rows("a,kind", "%d,c%d", 60) + "1,rare\n2,rare\n");
    assertRefused(
        classes("kind"),
        "data/every-class-has-rows: the class 'rare' is in 2 rows; the limit is at least 5 rows;"
            + " merge it with another class or leave it out");
    job.data(rows("kind,a", "%d,%d", 3000));
    assertRefused(
        classes("kind"),
        "data/classes-are-few: the label 'kind' is more than 255 classes; the limit is at most"
            + " 255; to predict a number choose the task regression");
  }

  @Test
  void A3_a_regression_label_that_is_no_number_is_refused() throws Exception {
    job.data(rows("a,y", "%d,%d.5", 30) + "1,\"1,5\"\n");
    assertRefused(
        plan("y", ProcessingPlan.REGRESSION),
        "data/the-label-is-a-number: the label 'y' is 1 row, line 32: '1,5'; the limit is none; a"
            + " regression needs plain numbers such as -1.5");
  }

  @Test
  void A3_nothing_to_learn_from_and_text_among_numbers_are_refused() throws Exception {
    job.data(rows("note,kind", "note %d,c%d", 90));
    assertThat(rules(classes("kind"))).containsExactly("data/there-is-something-to-learn-from");
    job.data(rows("a,b,kind", "%1$d,%1$d,c%2$d", 90) + "\"1,5\",1,c0\n");
    assertRefused(
        classes("kind"),
        "data/numbers-are-numbers: column 'a' is 1 of them text, first '1,5' on line 92; the limit is"
            + " numbers such as -1.5, or nothing; correct the values or drop the column");
  }

  @Test
  void A3_a_hold_out_of_other_columns_is_refused() throws Exception {
    job.data(rows("a,b,kind", "%1$d,1,c%2$d", 30)).holdout("a,c,kind\n1,2,c1\n");
    assertRefused(
        classes("kind"),
        "data/the-hold-out-has-the-same-columns: 'b' is not in the hold-out; the limit is every"
            + " column of the data set",
        "data/the-hold-out-has-the-same-columns: 'c' is in the hold-out alone; the limit is no"
            + " other column");
  }

  @Test
  void A3_a_plan_that_nothing_can_satisfy_is_refused() throws Exception {
    job.data(rows("a,kind", "%d,c%d", 30));
    ProcessingPlan.Split split = new ProcessingPlan.Split(1, 1, Optional.empty());
    assertThat(
            rules(new ProcessingPlan("kind", "ranking", "||", List.of("kind"), Map.of(), split, 1)))
        .containsExactly(
            "data/the-task-is-known",
            "data/the-delimiter-is-one-character",
            "data/the-split-makes-two-parts");
  }

  private List<String> rules(ProcessingPlan plan) throws IOException {
    return job.process(plan).findings().stream().map(Finding::rule).distinct().toList();
  }

  private void assertRefused(ProcessingPlan plan, String... findings) throws IOException {
    assertThat(job.process(plan).findings().stream().map(Finding::toString))
        .containsExactly(findings);
    assertThat(job.written()).containsExactly("output/report/processing-report.json");
  }
}
