package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * S12, S19: an approver reads first why this version is needed and what it is for; both are
 * sentences, not blanks.
 */
public final class ReasonAndPurposeAreStated implements Rule<SubmissionFacts> {

  private static final int LENGTH_MIN = 10;
  private static final int LENGTH_MAX = 2000;

  @Override
  public String id() {
    return "boundary/reason-and-purpose-are-stated";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return Stream.of(
            check("/reason", facts.submission().reason()),
            check("/envelope/purpose", facts.submission().envelope().purpose()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Finding> check(String pointer, String text) {
    int length = text.strip().length();
    return length >= LENGTH_MIN && length <= LENGTH_MAX
        ? Optional.empty()
        : Optional.of(
            finding(
                pointer,
                length == 0 ? "empty" : length + " characters",
                LENGTH_MIN + " to " + LENGTH_MAX + " characters"));
  }
}
