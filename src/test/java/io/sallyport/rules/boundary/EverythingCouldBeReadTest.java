package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class EverythingCouldBeReadTest {

  private final EverythingCouldBeRead rule = new EverythingCouldBeRead();

  @Test
  void S04_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S04_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S04_silence_is_a_finding() {
    LiveFacts live =
        Examples.liveWith(
            List.of(), List.of(new LiveFacts.Unread("/encryption/key", "key", "KmsException")));
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/everything-could-be-read: /encryption/key is unknown: key, Km"
                + "sException; the limit is an answer from AWS");
  }
}
