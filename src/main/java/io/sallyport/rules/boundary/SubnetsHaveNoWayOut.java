package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * S02: the live subnets belong to the account, give no public addresses, and no route leaves the
 * boundary: only local ones and those to gateway endpoints.
 */
public final class SubnetsHaveNoWayOut implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/subnets-have-no-way-out";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live, facts.program()).stream()).toList();
  }

  private List<Finding> check(LiveFacts live, Program program) {
    return live.subnets().stream().flatMap(subnet -> check(subnet, program).stream()).toList();
  }

  private List<Finding> check(LiveFacts.Subnet subnet, Program program) {
    String pointer = subnet.pointer();
    if (!subnet.found()) {
      return List.of(finding(pointer, "no subnet " + subnet.id(), "a subnet that exists"));
    }
    List<Finding> findings = new ArrayList<>();
    if (!subnet.account().equals(program.account())) {
      findings.add(finding(pointer, "of account " + subnet.account(), program.account()));
    }
    if (subnet.publicAddresses()) {
      findings.add(finding(pointer, "gives public addresses", "no public addresses"));
    }
    if (subnet.routesTo().isEmpty()) {
      findings.add(finding(pointer, "unknown: no route table", "its routes are known"));
    }
    subnet.routesTo().stream()
        .filter(target -> !target.equals("local") && !target.startsWith("vpce-"))
        .forEach(
            target ->
                findings.add(
                    finding(
                        pointer,
                        "a route to " + (target.isEmpty() ? "an unknown target" : target),
                        "routes to local and vpce-… only")));
    return findings;
  }
}
