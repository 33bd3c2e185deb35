package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** S19, S20: an authorization ends on a day in the future, within a year. */
public final class TheEnvelopeExpires implements Rule<SubmissionFacts> {

  /** Days; a year, so that no authorization is for ever. */
  static final int DAYS_MAX = 366;

  @Override
  public String id() {
    return "boundary/the-envelope-expires";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    String expires = facts.submission().envelope().expires();
    LocalDate today = LocalDate.ofInstant(facts.at(), ZoneOffset.UTC);
    LocalDate last = today.plusDays(DAYS_MAX);
    boolean holds =
        date(expires).filter(day -> day.isAfter(today) && !day.isAfter(last)).isPresent();
    return holds
        ? List.of()
        : List.of(
            finding(
                "/envelope/expires",
                Shown.of(expires),
                "a date such as "
                    + last
                    + ", after "
                    + today
                    + " and at most "
                    + DAYS_MAX
                    + " days ahead"));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
