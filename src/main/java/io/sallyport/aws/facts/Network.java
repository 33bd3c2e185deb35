package io.sallyport.aws.facts;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Live facts about the private network that jobs and models run in (S02): read, not believed. */
@Component
public class Network {

  private final Ec2Client ec2;

  public Network(Ec2Client ec2) {
    this.ec2 = ec2;
  }

  /** The subnets among {@code ids} that exist. */
  public List<SubnetFacts> subnets(Collection<String> ids) {
    List<Subnet> subnets =
        ec2
            .describeSubnetsPaginator(describe -> describe.filters(filter("subnet-id", ids)))
            .subnets()
            .stream()
            .toList();
    List<String> vpcs = subnets.stream().map(Subnet::vpcId).distinct().toList();
    if (vpcs.isEmpty()) return List.of();
    List<RouteTable> tables =
        ec2
            .describeRouteTablesPaginator(describe -> describe.filters(filter("vpc-id", vpcs)))
            .routeTables()
            .stream()
            .toList();
    return subnets.stream().map(subnet -> facts(subnet, tables)).toList();
  }

  /** All endpoints of the VPC. */
  public List<VpcEndpointFacts> endpoints(String vpc) {
    return ec2
        .describeVpcEndpointsPaginator(describe -> describe.filters(filter("vpc-id", List.of(vpc))))
        .vpcEndpoints()
        .stream()
        .map(Network::facts)
        .toList();
  }

  /** The security groups among {@code ids} that exist. */
  public List<SecurityGroupFacts> securityGroups(Collection<String> ids) {
    return ec2
        .describeSecurityGroupsPaginator(describe -> describe.filters(filter("group-id", ids)))
        .securityGroups()
        .stream()
        .map(Network::facts)
        .toList();
  }

  private static SubnetFacts facts(Subnet subnet, List<RouteTable> tables) {
    return new SubnetFacts(
        subnet.subnetId(),
        subnet.vpcId(),
        subnet.ownerId(),
        Boolean.TRUE.equals(subnet.mapPublicIpOnLaunch()),
        table(subnet, tables).map(table -> targets(table)).orElse(List.of()));
  }

  /** A subnet without a table of its own follows the main one of its VPC. */
  private static Optional<RouteTable> table(Subnet subnet, List<RouteTable> tables) {
    Optional<RouteTable> own =
        tables.stream()
            .filter(
                table ->
                    table.associations().stream()
                        .anyMatch(tie -> subnet.subnetId().equals(tie.subnetId())))
            .findFirst();
    return own.or(
        () ->
            tables.stream()
                .filter(table -> subnet.vpcId().equals(table.vpcId()))
                .filter(
                    table ->
                        table.associations().stream()
                            .anyMatch(tie -> Boolean.TRUE.equals(tie.main())))
                .findFirst());
  }

  private static List<String> targets(RouteTable table) {
    return table.routes().stream().map(Network::target).toList();
  }

  private static String target(Route route) {
    return first(
        route.gatewayId(),
        route.natGatewayId(),
        route.transitGatewayId(),
        route.vpcPeeringConnectionId(),
        route.egressOnlyInternetGatewayId(),
        route.carrierGatewayId(),
        route.localGatewayId(),
        route.networkInterfaceId(),
        route.instanceId(),
        route.coreNetworkArn());
  }

  private static VpcEndpointFacts facts(VpcEndpoint endpoint) {
    return new VpcEndpointFacts(
        endpoint.vpcId(),
        endpoint.serviceName(),
        first(endpoint.stateAsString()),
        first(endpoint.policyDocument()));
  }

  private static SecurityGroupFacts facts(SecurityGroup group) {
    return new SecurityGroupFacts(group.groupId(), group.vpcId(), group.ownerId());
  }

  private static Filter filter(String name, Collection<String> values) {
    return Filter.builder().name(name).values(values).build();
  }

  private static String first(@Nullable String... values) {
    return Stream.of(values).filter(Objects::nonNull).findFirst().map(String::valueOf).orElse("");
  }
}
