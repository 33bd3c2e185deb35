package io.sallyport.rules.service;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S05, S13: the endpoint is in service with exactly the configuration that was made for the
 * version, not with an earlier one after a failed update, nor with one that somebody else gave it.
 */
public final class TheEndpointRunsItsConfiguration implements Rule<EndpointFacts> {

  private static final String IN_SERVICE = "IN_SERVICE";

  @Override
  public String id() {
    return "service/the-endpoint-runs-its-configuration";
  }

  @Override
  public List<Finding> check(EndpointFacts facts) {
    boolean isOurs =
        facts.state().equals(IN_SERVICE) && facts.configuration().equals(facts.authorized());
    String reason = facts.failureReason().orElse("configuration " + facts.configuration());
    return isOurs
        ? List.of()
        : List.of(
            finding(
                facts.endpoint(),
                facts.state() + ": " + reason,
                IN_SERVICE + " with configuration " + facts.authorized()));
  }
}
