package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** S16: an endpoint has one instance at least and never more than its program may have. */
public final class TheEndpointStaysWithinItsBounds implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-endpoint-stays-within-its-bounds";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission.Endpoint endpoint = facts.submission().endpoint();
    int most = facts.program().maximumInstances();
    List<Finding> findings = new ArrayList<>();
    if (endpoint.minimumInstances() < 1) {
      findings.add(
          finding("/endpoint/minimumInstances", endpoint.minimumInstances(), "at least 1"));
    }
    if (endpoint.maximumInstances() < endpoint.minimumInstances()) {
      String limit = "at least the minimum, " + endpoint.minimumInstances();
      findings.add(finding("/endpoint/maximumInstances", endpoint.maximumInstances(), limit));
    }
    if (endpoint.maximumInstances() > most) {
      String limit = "at most " + most + ", the program's share";
      findings.add(finding("/endpoint/maximumInstances", endpoint.maximumInstances(), limit));
    }
    return findings;
  }
}
