package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * S02: in each VPC of the subnets S3 and SageMaker's runtime are reached through a VPC endpoint
 * that is available and has a policy.
 */
public final class ServicesAreReachedPrivately implements Rule<SubmissionFacts> {

  private static final List<String> SERVICES = List.of("s3", "sagemaker.runtime");

  @Override
  public String id() {
    return "boundary/services-are-reached-privately";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live, facts.program()).stream()).toList();
  }

  private List<Finding> check(LiveFacts live, Program program) {
    List<Finding> findings = new ArrayList<>();
    live.subnets().stream()
        .filter(LiveFacts.Subnet::found)
        .map(LiveFacts.Subnet::vpc)
        .distinct()
        .forEach(
            vpc ->
                SERVICES.stream()
                    .map(service -> "com.amazonaws." + program.region() + "." + service)
                    .filter(
                        service ->
                            live.endpoints().stream().noneMatch(e -> serves(e, vpc, service)))
                    .forEach(
                        service ->
                            findings.add(
                                finding(
                                    "/network/subnets",
                                    vpc + " without an endpoint for " + service,
                                    "an available VPC endpoint with a policy"))));
    return findings;
  }

  private static boolean serves(LiveFacts.VpcEndpoint endpoint, String vpc, String service) {
    return endpoint.vpc().equals(vpc)
        && endpoint.service().equals(service)
        && endpoint.state().equalsIgnoreCase("available")
        && !endpoint.policy().isBlank();
  }
}
