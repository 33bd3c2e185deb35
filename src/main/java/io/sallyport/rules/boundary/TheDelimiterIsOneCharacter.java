package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S07: one character parts the columns, and it is none that CSV needs for itself. */
public final class TheDelimiterIsOneCharacter implements Rule<SubmissionFacts> {

  private static final String TAKEN = "\"\r\n\0";

  @Override
  public String id() {
    return "boundary/the-delimiter-is-one-character";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    String delimiter = facts.submission().data().delimiter();
    return delimiter.length() == 1 && !TAKEN.contains(delimiter)
        ? List.of()
        : List.of(
            finding(
                "/data/delimiter",
                Shown.of(delimiter),
                "one character that is neither a quotation mark nor a line end"));
  }
}
