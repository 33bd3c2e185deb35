package io.sallyport.rules.training;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S09: whatever is trained can be kept, should a gate fail it; else nothing may rest on it. */
public final class TheArtifactCanBeArchived implements Rule<JobFacts> {

  /** What S3 takes in one request, and only one request carries lock, condition and digest. */
  public static final long BYTES_MAX = 5L << 30;

  @Override
  public String id() {
    return "training/the-artifact-can-be-archived";
  }

  @Override
  public List<Finding> check(JobFacts facts) {
    long bytes = facts.artifactBytes().orElse(0);
    return bytes <= BYTES_MAX
        ? List.of()
        : List.of(
            finding(
                "the artifact of " + facts.job(),
                bytes + " bytes",
                "at most " + BYTES_MAX + " bytes"));
  }
}
