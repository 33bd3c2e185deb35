package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheEnvelopeExpiresTest {

  private final TheEnvelopeExpires rule = new TheEnvelopeExpires();

  @Test
  void S19_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S19_expiry_in_the_past_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("expiry-in-the-past")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-envelope-expires: /envelope/expires is 2026-11-25; the li"
                + "mit is a date such as 2027-11-26, after 2026-11-25 and at most 366 day"
                + "s ahead");
  }

  @Test
  void S19_expiry_in_ten_years_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("expiry-in-ten-years")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-envelope-expires: /envelope/expires is 2036-11-25; the li"
                + "mit is a date such as 2027-11-26, after 2026-11-25 and at most 366 day"
                + "s ahead");
  }

  @Test
  void S19_expiry_that_is_no_date_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("expiry-that-is-no-date")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-envelope-expires: /envelope/expires is never; the limit i"
                + "s a date such as 2027-11-26, after 2026-11-25 and at most 366 days ahe"
                + "ad");
  }
}
