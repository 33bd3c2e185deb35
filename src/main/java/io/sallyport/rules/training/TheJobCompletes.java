package io.sallyport.rules.training;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S05: training that failed or was stopped rejects the version, with the reason that was given. */
public final class TheJobCompletes implements Rule<JobFacts> {

  private static final String COMPLETED = "COMPLETED";

  @Override
  public String id() {
    return "training/the-job-completes";
  }

  @Override
  public List<Finding> check(JobFacts facts) {
    String reason = facts.failureReason().orElse("no reason given");
    return facts.state().equals(COMPLETED)
        ? List.of()
        : List.of(finding(facts.job(), facts.state() + ": " + reason, COMPLETED));
  }
}
