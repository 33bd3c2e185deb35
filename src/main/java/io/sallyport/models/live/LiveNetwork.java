package io.sallyport.models.live;

import io.sallyport.aws.facts.Network;
import io.sallyport.aws.facts.SecurityGroupFacts;
import io.sallyport.aws.facts.SubnetFacts;
import io.sallyport.rules.boundary.LiveFacts;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks EC2 about the subnets and security groups that a submission names (S02). */
@Component
class LiveNetwork {

  private final Network network;

  LiveNetwork(Network network) {
    this.network = network;
  }

  /** What EC2 told. */
  record Found(
      List<LiveFacts.Subnet> subnets,
      List<LiveFacts.Group> groups,
      List<LiveFacts.VpcEndpoint> endpoints) {}

  Found read(Submission.Network named, Program program, Unread unread) {
    List<LiveFacts.Subnet> subnets =
        unread
            .unless("/network/subnets", "subnets", () -> subnets(named.subnets(), program))
            .orElse(List.of());
    List<LiveFacts.Group> groups =
        unread
            .unless(
                "/network/securityGroups",
                "security groups",
                () -> groups(named.securityGroups(), program))
            .orElse(List.of());
    List<LiveFacts.VpcEndpoint> endpoints =
        unread
            .unless("/network/subnets", "VPC endpoints", () -> endpoints(subnets))
            .orElse(List.of());
    return new Found(subnets, groups, endpoints);
  }

  private List<LiveFacts.Subnet> subnets(List<String> named, Program program) {
    List<String> asked = named.stream().filter(program.subnets()::contains).distinct().toList();
    if (asked.isEmpty()) return List.of();
    Map<String, SubnetFacts> found =
        network.subnets(asked).stream().collect(Collectors.toMap(SubnetFacts::id, one -> one));
    List<LiveFacts.Subnet> subnets = new ArrayList<>();
    for (String id : asked) {
      String pointer = "/network/subnets/" + named.indexOf(id);
      SubnetFacts subnet = found.get(id);
      subnets.add(
          subnet == null
              ? new LiveFacts.Subnet(pointer, id, false, "", "", false, List.of())
              : new LiveFacts.Subnet(
                  pointer,
                  id,
                  true,
                  subnet.vpc(),
                  subnet.account(),
                  subnet.publicAddresses(),
                  subnet.routesTo()));
    }
    return subnets;
  }

  private List<LiveFacts.Group> groups(List<String> named, Program program) {
    List<String> asked =
        named.stream().filter(program.securityGroups()::contains).distinct().toList();
    if (asked.isEmpty()) return List.of();
    Map<String, SecurityGroupFacts> found =
        network.securityGroups(asked).stream()
            .collect(Collectors.toMap(SecurityGroupFacts::id, Function.identity()));
    List<LiveFacts.Group> groups = new ArrayList<>();
    for (String id : asked) {
      String pointer = "/network/securityGroups/" + named.indexOf(id);
      SecurityGroupFacts group = found.get(id);
      groups.add(
          group == null
              ? new LiveFacts.Group(pointer, id, false, "", "")
              : new LiveFacts.Group(pointer, id, true, group.vpc(), group.account()));
    }
    return groups;
  }

  private List<LiveFacts.VpcEndpoint> endpoints(List<LiveFacts.Subnet> subnets) {
    return subnets.stream()
        .filter(LiveFacts.Subnet::found)
        .map(LiveFacts.Subnet::vpc)
        .distinct()
        .flatMap(vpc -> network.endpoints(vpc).stream())
        .map(
            endpoint ->
                new LiveFacts.VpcEndpoint(
                    endpoint.vpc(), endpoint.service(), endpoint.state(), endpoint.policy()))
        .toList();
  }
}
