package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedColumnsAreThereTest {

  private final NamedColumnsAreThere rule = new NamedColumnsAreThere();

  @Test
  void S05_columns_that_are_there_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S05_without_a_look_at_aws_or_a_header_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
    assertThat(rule.check(Examples.good(Examples.liveWith()))).isEmpty();
  }

  @Test
  void S05_every_column_that_is_not_there_is_named_at_once_with_the_nearest_name() {
    LiveFacts live = Examples.liveWith(Examples.header("/data/source", "zone", "x1", "kind"));
    String columns = "; the limit is one of the 3 columns: 'zone', 'x1', 'kind'";

    assertThat(rule.check(misspelt(live)))
        .extracting(Finding::toString)
        .extracting(text -> text.replace("boundary/named-columns-are-there: ", ""))
        .containsExactly(
            "/data/label is 'kynd'" + columns + "; did you mean 'kind'?",
            "/data/groupColumn is 'patient'" + columns,
            "/data/dropColumns/0 is 'X_1'" + columns + "; did you mean 'x1'?",
            "/data/columns/zome is 'zome'" + columns + "; did you mean 'zone'?",
            "/evaluation/metrics/0/slice/column is 'sensor'" + columns);
  }

  /** Every place that names a column names one that is not there. */
  private static SubmissionFacts misspelt(LiveFacts live) {
    String good = new String(Examples.bytes(file()), StandardCharsets.UTF_8);
    String text =
        good.replace("label: land_cover", "label: kynd\n  groupColumn: patient")
            .replace("dropColumns: []", "dropColumns: [X_1]\n  columns: {zome: categorical}")
            .replace(
                "threshold: '0.85'",
                "threshold: '0.85'\n    slice: {column: sensor, value: infrared}");
    return new SubmissionFacts(
        SubmissionReader.read(text.getBytes(StandardCharsets.UTF_8)),
        Examples.program(),
        Optional.of(live),
        Optional.empty(),
        Optional.empty(),
        Examples.AT);
  }

  private static Path file() {
    return Examples.SUBMISSIONS.resolve("good/complete.yaml");
  }
}
