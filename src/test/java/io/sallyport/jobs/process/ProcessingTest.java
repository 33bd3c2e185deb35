package io.sallyport.jobs.process;

import static io.sallyport.jobs.process.ProcessingFolder.classes;
import static io.sallyport.jobs.process.ProcessingFolder.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.jobs.Sha256;
import io.sallyport.rules.technical.ProcessingPlan;
import io.sallyport.rules.technical.ProcessingReport;
import io.sallyport.rules.technical.ProcessingReport.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessingTest {

  @TempDir Path folder;
  private ProcessingFolder job;

  @BeforeEach
  void lay_out_the_job() {
    job = new ProcessingFolder(folder);
  }

  @Test
  void P2_satellite_splits_as_the_reference_says() throws Exception {
    ProcessingReport report =
        job.data(Files.readAllBytes(Path.of("samples/satellite.csv")))
            .process(classes("land_cover"));

    assertThat(report.findings()).isEmpty();
    assertThat(List.of(report.rows(), report.trainRows(), report.holdoutRows()))
        .containsExactly(6435L, 5054L, 1381L);
    assertThat(report.holdoutClasses())
        .isEqualTo(
            Map.of(
                "cotton_crop", 146L,
                "damp_grey_soil", 123L,
                "grey_soil", 303L,
                "red_soil", 330L,
                "vegetation_stubble", 146L,
                "very_damp_grey_soil", 333L));
    assertThat(job.output("rows/holdout-rows.txt").lines()).hasSize(1381);
    assertThat(job.output("features/features.csv").lines())
        .hasSize(1381)
        .allSatisfy(line -> assertThat(line.split(",")).hasSize(36));
  }

  @Test
  void P2_sonar_splits_as_the_reference_says() throws Exception {
    ProcessingReport report =
        job.data(Files.readAllBytes(Path.of("samples/sonar.csv"))).process(classes("class"));

    assertThat(List.of(report.trainRows(), report.holdoutRows())).containsExactly(167L, 41L);
    assertThat(report.holdoutClasses()).isEqualTo(Map.of("mine", 22L, "rock", 19L));
    assertThat(report.columns()).hasSize(61).endsWith(new Column("class", "label"));
  }

  @Test
  void P2_the_report_holds_the_digests_of_what_was_read_and_written() throws Exception {
    ProcessingReport report = job.data(rows("a,kind", "%d,c%d", 60)).process(classes("kind"));

    Path processing = folder.resolve("processing");
    assertThat(report.inputSha256())
        .isEqualTo(Sha256.hex(processing.resolve("input/data/data.csv")));
    Path output = processing.resolve("output");
    assertThat(
            List.of(
                report.trainSha256(),
                report.holdoutSha256(),
                report.featuresSha256(),
                report.holdoutRowsSha256()))
        .containsExactly(
            Sha256.hex(output.resolve("train/train.csv")),
            Sha256.hex(output.resolve("holdout/holdout.csv")),
            Sha256.hex(output.resolve("features/features.csv")),
            Sha256.hex(output.resolve("rows/holdout-rows.txt")));
    assertThat(job.written())
        .containsExactly(
            "output/features/features.csv",
            "output/holdout/holdout.csv",
            "output/report/processing-report.json",
            "output/rows/holdout-rows.txt",
            "output/train/train.csv");
  }

  @Test
  void P2_spelling_column_order_and_constant_columns_leave_row_hashes_alone() throws Exception {
    ready("a,b,kind\n", "1,x,yes\n2,,no\n3,y,yes\n");
    String hashes = job.output("rows/holdout-rows.txt");
    ready("kind,same,B,A\n", "yes,7, x ,1.0\nno,7,NA,2e0\nyes,7.0,\"y\",+3\n");

    assertThat(job.output("rows/holdout-rows.txt")).isEqualTo(hashes).hasLineCount(3);
    ready("a,b,kind\n", "1,x,yes\n2,,no\n4,y,yes\n");
    assertThat(job.output("rows/holdout-rows.txt")).isNotEqualTo(hashes);
  }

  /** The rows as a ready hold-out of a data set that holds the same rows four times. */
  private void ready(String header, String rows) throws IOException {
    job.data(header + rows.repeat(4)).holdout(header + rows);
    assertThat(job.process(classes("kind")).findings()).isEmpty();
  }

  @Test
  void P2_a_ready_hold_out_is_held_out_whole_whatever_its_column_order() throws Exception {
    job.data(rows("a,kind", "%d,c%d", 40)).holdout("kind,a\nc0,100\nc1,\"1,5\"\n");
    ProcessingReport report = job.process(classes("kind"));

    assertThat(report.findings())
        .hasToString(
            "[data/both-parts-are-alike: column 'a' is '1,5' on line 3; the limit is numbers such"
                + " as -1.5, or nothing; correct the values or drop the column]");
    job.holdout("kind,a\nc0,100\nc1,\n");
    assertThat(job.process(classes("kind")).readyHoldoutSha256()).isPresent();
    assertThat(job.output("holdout/holdout.csv")).isEqualTo("a,kind\n100,c0\n,c1\n");
    assertThat(job.output("train/train.csv").lines()).hasSize(41);
  }

  @Test
  void P2_no_group_straddles_the_split() throws Exception {
    StringBuilder data = new StringBuilder("patient,a,kind\n");
    for (int i = 0; i < 300; i++) data.append("p" + i % 30 + "," + i + ",c" + i % 2 + "\n");
    ProcessingReport report = job.data(data.toString()).process(grouped());

    assertThat(report.findings()).isEmpty();
    assertThat(groups("train/train.csv"))
        .doesNotContainAnyElementsOf(groups("holdout/holdout.csv"));
    assertThat(report.holdoutRows() % 10).isZero();
  }

  @Test
  void P2_a_group_of_a_ready_hold_out_that_is_trained_on_is_refused() throws Exception {
    String header = "patient,a,kind\n";
    job.data(header + "p1,1,x\np1,2,y\np2,3,x\np3,4,y\np3,5,x\n,6,y\np4,7,y\np4,8,y\n");
    job.holdout(header + "p1,1,x\np2,1,y\np9,1,x\n");

    assertThat(job.process(grouped()).findings().toString())
        .isEqualTo(
            "[data/every-row-has-a-group: the group column 'patient' is 1 row, line 7: no group;"
                + " the limit is none; every row belongs to a group,"
                + " data/no-group-is-in-both-parts: the ready hold-out is 2 groups that are in the"
                + " training part too; the limit is none; hold out whole groups]");
  }

  private static ProcessingPlan grouped() {
    ProcessingPlan.Split split = new ProcessingPlan.Split(5, 0, Optional.of("patient"));
    return new ProcessingPlan("kind", "classification", ",", List.of(), Map.of(), split, 1);
  }

  private Set<String> groups(String output) throws IOException {
    return job.output(output)
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .collect(Collectors.toSet());
  }

  @Test
  void A3_text_categories_missing_values_a_rare_class_and_markup_go_through() throws Exception {
    StringBuilder data = new StringBuilder("<b>size</b>;town;note;none;class\r\n");
    for (int i = 0; i < 200; i++) {
      String town = i % 7 == 0 ? "NA" : "town " + i % 4;
      data.append(i % 9 == 0 ? "" : i).append(';').append(town).append(";note " + i + ";;");
      data.append(i % 20 == 3 ? "rare" : i % 2 == 0 ? "a" : "b").append("\r\n");
    }
    ProcessingPlan plan =
        new ProcessingPlan(
            "class", "classification", ";", List.of(), Map.of(), ProcessingFolder.FIFTH, 1);
    ProcessingReport report = job.data(data.toString()).process(plan);

    assertThat(report.findings()).isEmpty();
    assertThat(report.columns())
        .containsExactly(
            new Column("<b>size</b>", "numeric"),
            new Column("town", "category"),
            new Column("note", "dropped-as-text"),
            new Column("none", "dropped-as-empty"),
            new Column("class", "label"));
    assertThat(job.output("train/train.csv")).startsWith("<b>size</b>,town,class\n");
    assertThat(report.trainClasses().get("rare") + report.holdoutClasses().get("rare"))
        .isEqualTo(10);
  }

  @Test
  void A3_a_regression_goes_through() throws Exception {
    ProcessingReport report =
        job.data(rows("a,y", "%d,%d.5", 50)).process(plan("y", ProcessingPlan.REGRESSION));

    assertThat(report.findings()).isEmpty();
    assertThat(report.trainClasses()).isEmpty();
    assertThat(report.trainRows() + report.holdoutRows()).isEqualTo(50);
  }

  @Test
  void A3_two_thousand_columns_go_through() throws Exception {
    StringBuilder data = new StringBuilder();
    for (int column = 0; column < 2000; column++) data.append("c").append(column).append(',');
    data.append("kind\n");
    for (int row = 0; row < 60; row++) {
      for (int column = 0; column < 2000; column++) data.append(row * column % 97).append(',');
      data.append(row % 2 == 0 ? "even\n" : "odd\n");
    }
    ProcessingReport report = job.data(data.toString()).process(classes("kind"));

    assertThat(report.findings()).isEmpty();
    assertThat(report.columns()).hasSize(2001);
  }

  /** {@code row} takes the row's number, and its remainder by two. */
  static String rows(String header, String row, int count) {
    StringBuilder data = new StringBuilder(header).append('\n');
    for (int i = 0; i < count; i++) data.append(String.format(row, i, i % 2)).append('\n');
    return data.toString();
  }
}
