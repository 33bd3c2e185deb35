package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheDelimiterIsOneCharacterTest {

  private final TheDelimiterIsOneCharacter rule = new TheDelimiterIsOneCharacter();

  @Test
  void S07_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S07_delimiter_is_a_quote_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("delimiter-is-a-quote")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-delimiter-is-one-character: /data/delimiter is \"; the lim"
                + "it is one character that is neither a quotation mark nor a line end");
  }
}
