package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S14: whoever shall get answers is a principal of the program's allow-list. None at all is fine:
 * nobody is answered then.
 */
public final class ConsumersAreAllowed implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/consumers-are-allowed";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    List<String> consumers = facts.submission().endpoint().consumers();
    return consumers.isEmpty()
        ? List.of()
        : AllowList.check(this, "/endpoint/consumers", consumers, facts.program().consumers());
  }
}
