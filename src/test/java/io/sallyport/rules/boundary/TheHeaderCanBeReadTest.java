package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheHeaderCanBeReadTest {

  private final TheHeaderCanBeRead rule = new TheHeaderCanBeRead();

  @Test
  void S05_a_header_of_two_columns_or_more_passes() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S05_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S05_a_wrong_delimiter_is_named_with_the_right_one() {
    LiveFacts live = Examples.liveWith(Examples.header("/data/source", "x1;x2;land_cover"));

    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-header-can-be-read: /data/source is a header of one column,"
                + " 'x1;x2;land_cover'; the limit is two columns or more, separated by ','; the"
                + " header holds ';'");
  }

  @Test
  void S05_a_table_that_is_none_is_named_by_what_it_is() {
    var why = new LiveFacts.Header.Unreadable("UTF-16 text", "UTF-8 text");
    LiveFacts live =
        Examples.liveWith(new LiveFacts.Header("/data/holdout", List.of(), Optional.of(why)));

    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-header-can-be-read: /data/holdout is UTF-16 text; the limit is UTF-8"
                + " text");
  }
}
