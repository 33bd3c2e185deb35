package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** Separation of duties (AC-5, R09): whoever had a part in the version does not decide about it. */
public final class TheDeciderHadNoPart implements Rule<DecisionFacts> {

  @Override
  public String id() {
    return "authorization/the-decider-had-no-part";
  }

  @Override
  public List<Finding> check(DecisionFacts facts) {
    return facts.parts().getOrDefault(facts.decider(), List.of()).stream()
        .map(part -> finding(facts.decider(), "someone who " + part, "someone without a part"))
        .toList();
  }
}
