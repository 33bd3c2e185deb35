package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.boundary.Submission.ObjectVersion;
import java.util.List;
import java.util.stream.Stream;

/** S01: data comes from an S3 bucket of the program, in an exact version. */
public final class DataComesFromTheProgramsBuckets implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/data-comes-from-the-programs-buckets";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission.DataSource data = facts.submission().data();
    return Stream.concat(Stream.of(data.source()), data.holdout().stream())
        .map(ObjectVersion::uri)
        .filter(uri -> facts.program().dataBuckets().stream().noneMatch(b -> isIn(uri, b)))
        .map(uri -> finding("data", uri, "s3://" + facts.program().dataBuckets() + "/…"))
        .toList();
  }

  private static boolean isIn(String uri, String bucket) {
    return uri.startsWith("s3://" + bucket + "/");
  }
}
