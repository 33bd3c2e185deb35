package io.sallyport.custody.proof;

import io.sallyport.rules.Finding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When the factor of a signature may be given (S11, S12; design, trust 5): not before what is
 * signed was stated, and not after it was recorded, but for what two clocks may differ. The
 * application asks it before it records a decision, and a verifier asks it again: what is taken
 * once is taken for ever.
 *
 * @param stated when it was stated; its whole second counts, because tokens count in seconds
 * @param recorded when the signed decision was recorded, or will be at the earliest
 */
public record FactorPeriod(Instant stated, Instant recorded) {

  /** How far two clocks may differ. */
  static final long SKEW_SECONDS = 5;

  /**
   * What is wrong with a factor of that time.
   *
   * @param book the first part of the rule's id
   * @param subject where the time was found
   */
  public Optional<Finding> wrong(String book, String subject, Instant given) {
    if (!given.isBefore(first()) && !given.isAfter(last())) return Optional.empty();
    return Optional.of(
        new Finding(
            book + "/factor-is-given-for-it",
            subject,
            given.toString(),
            "from " + first() + " to " + last()));
  }

  private Instant first() {
    return stated.truncatedTo(ChronoUnit.SECONDS);
  }

  private Instant last() {
    return recorded.truncatedTo(ChronoUnit.SECONDS).plusSeconds(SKEW_SECONDS);
  }
}
