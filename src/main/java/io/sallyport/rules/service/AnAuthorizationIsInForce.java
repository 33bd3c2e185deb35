package io.sallyport.rules.service;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.service.InvocationFacts.Period;
import java.util.ArrayList;
import java.util.List;

/** S14, S20: an endpoint answers in an open service period, neither suspended nor past its end. */
public final class AnAuthorizationIsInForce implements Rule<InvocationFacts> {

  @Override
  public String id() {
    return "service/an-authorization-is-in-force";
  }

  @Override
  public List<Finding> check(InvocationFacts facts) {
    if (facts.period().isEmpty()) {
      return List.of(finding(facts.endpoint(), "not in service", "an endpoint in service"));
    }
    Period period = facts.period().get();
    List<Finding> findings = new ArrayList<>();
    if (period.suspended()) {
      findings.add(finding(facts.endpoint(), "suspended", "in service"));
    }
    if (!facts.at().isBefore(period.expires())) {
      findings.add(finding(facts.endpoint(), "expired", "before " + period.expires()));
    }
    return findings;
  }
}
