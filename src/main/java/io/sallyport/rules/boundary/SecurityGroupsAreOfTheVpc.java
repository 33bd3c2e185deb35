package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** S02: the live security groups belong to the account and to the VPC of the subnets. */
public final class SecurityGroupsAreOfTheVpc implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/security-groups-are-of-the-vpc";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live, facts.program()).stream()).toList();
  }

  private List<Finding> check(LiveFacts live, Program program) {
    Set<String> vpcs = new TreeSet<>();
    live.subnets().stream().filter(LiveFacts.Subnet::found).forEach(net -> vpcs.add(net.vpc()));
    List<Finding> findings = new ArrayList<>();
    for (LiveFacts.Group group : live.groups()) {
      if (!group.found()) {
        String value = "no security group " + group.id();
        findings.add(finding(group.pointer(), value, "a security group that exists"));
      } else if (!group.account().equals(program.account())) {
        findings.add(finding(group.pointer(), "of account " + group.account(), program.account()));
      } else if (!vpcs.isEmpty() && !vpcs.equals(Set.of(group.vpc()))) {
        findings.add(
            finding(group.pointer(), "of " + group.vpc(), "of " + String.join(", ", vpcs)));
      }
    }
    return findings;
  }
}
