package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S04: data, artifacts and volumes are encrypted with a key of the program. */
public final class TheKeyIsTheProgramsOwn implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-key-is-the-programs-own";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return AllowList.check(
        this, "/encryption/key", facts.submission().encryption().key(), facts.program().keys());
  }
}
