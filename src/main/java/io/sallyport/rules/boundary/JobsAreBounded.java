package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** S05: a training job has an end, a number of machines and a volume, each within a limit. */
public final class JobsAreBounded implements Rule<SubmissionFacts> {

  /** From a minute to five days. */
  private static final Range RUNTIME_SECONDS = new Range(60, 432_000);

  private static final Range VOLUME_GIGABYTES = new Range(1, 1024);

  @Override
  public String id() {
    return "boundary/jobs-are-bounded";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission.Training training = facts.submission().training();
    List<Finding> findings = new ArrayList<>();
    within(findings, "maximumRuntimeSeconds", training.maximumRuntimeSeconds(), RUNTIME_SECONDS);
    within(findings, "volumeGigabytes", training.volumeGigabytes(), VOLUME_GIGABYTES);
    int machines = facts.program().maximumInstances();
    within(findings, "instanceCount", training.instanceCount(), new Range(1, machines));
    return findings;
  }

  private void within(List<Finding> findings, String name, int value, Range range) {
    if (value < range.least() || value > range.most()) {
      String limit = range.least() + " to " + range.most();
      findings.add(finding("/training/" + name, value, limit));
    }
  }

  private record Range(int least, int most) {}
}
