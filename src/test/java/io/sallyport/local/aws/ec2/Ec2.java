package io.sallyport.local.aws.ec2;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Ec2Query;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.sagemaker.Members;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointResponse;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Amazon EC2's network, read; the only change known here is that of a VPC endpoint's policy. */
public final class Ec2 implements Service {

  private static final Map<String, Function<Vpc, String>> VPC = Map.of("vpc-id", Vpc::vpcId);
  private static final Map<String, Function<Subnet, String>> SUBNET =
      Map.of("vpc-id", Subnet::vpcId, "subnet-id", Subnet::subnetId);
  private static final Map<String, Function<SecurityGroup, String>> GROUP =
      Map.of("vpc-id", SecurityGroup::vpcId, "group-id", SecurityGroup::groupId);
  private static final Map<String, Function<VpcEndpoint, String>> ENDPOINT =
      Map.of(
          "vpc-id", VpcEndpoint::vpcId,
          "service-name", VpcEndpoint::serviceName,
          "vpc-endpoint-id", VpcEndpoint::vpcEndpointId);
  private static final Map<String, Function<RouteTable, String>> ROUTE =
      Map.of("vpc-id", RouteTable::vpcId, "route-table-id", RouteTable::routeTableId);

  private final Protocol protocol = new Ec2Query();
  private final Network network;

  public Ec2(Network network) {
    this.network = network;
  }

  @Override
  public String name() {
    return "ec2";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        Operation.of("DescribeVpcs", DescribeVpcsRequest::builder, this::vpcs),
        Operation.of("DescribeSubnets", DescribeSubnetsRequest::builder, this::subnets),
        Operation.of(
            "DescribeSecurityGroups", DescribeSecurityGroupsRequest::builder, this::groups),
        Operation.of("DescribeVpcEndpoints", DescribeVpcEndpointsRequest::builder, this::endpoints),
        Operation.of("DescribeRouteTables", DescribeRouteTablesRequest::builder, this::routes),
        Operation.of("ModifyVpcEndpoint", ModifyVpcEndpointRequest::builder, this::modify)
            .on(request -> Arn.of("ec2", "vpc-endpoint/" + request.vpcEndpointId())));
  }

  private DescribeVpcsResponse vpcs(DescribeVpcsRequest request, Call call) {
    List<Vpc> all = ids(network.vpcs(), Vpc::vpcId, request.vpcIds());
    return DescribeVpcsResponse.builder().vpcs(filtered(all, request.filters(), VPC)).build();
  }

  private DescribeSubnetsResponse subnets(DescribeSubnetsRequest request, Call call) {
    List<Subnet> all = ids(network.subnets(), Subnet::subnetId, request.subnetIds());
    return DescribeSubnetsResponse.builder()
        .subnets(filtered(all, request.filters(), SUBNET))
        .build();
  }

  private DescribeSecurityGroupsResponse groups(DescribeSecurityGroupsRequest request, Call call) {
    List<SecurityGroup> all = ids(network.groups(), SecurityGroup::groupId, request.groupIds());
    return DescribeSecurityGroupsResponse.builder()
        .securityGroups(filtered(all, request.filters(), GROUP))
        .build();
  }

  private DescribeVpcEndpointsResponse endpoints(DescribeVpcEndpointsRequest request, Call call) {
    List<VpcEndpoint> all =
        ids(network.endpoints(), VpcEndpoint::vpcEndpointId, request.vpcEndpointIds());
    return DescribeVpcEndpointsResponse.builder()
        .vpcEndpoints(filtered(all, request.filters(), ENDPOINT))
        .build();
  }

  private DescribeRouteTablesResponse routes(DescribeRouteTablesRequest request, Call call) {
    List<RouteTable> all = ids(network.routes(), RouteTable::routeTableId, request.routeTableIds());
    return DescribeRouteTablesResponse.builder()
        .routeTables(filtered(all, request.filters(), ROUTE))
        .build();
  }

  private ModifyVpcEndpointResponse modify(ModifyVpcEndpointRequest request, Call call) {
    Members.only(request, "VpcEndpointId", "PolicyDocument", "ResetPolicy");
    VpcEndpoint before =
        ids(network.endpoints(), VpcEndpoint::vpcEndpointId, List.of(request.vpcEndpointId()))
            .get(0);
    String policy =
        Boolean.TRUE.equals(request.resetPolicy())
            ? Network.openPolicy()
            : request.policyDocument();
    network.endpoint(before.toBuilder().policyDocument(policy).build());
    return ModifyVpcEndpointResponse.builder().returnValue(true).build();
  }

  /** Those asked for by id, or all; an id that is not there is refused, as EC2 does. */
  private static <T> List<T> ids(List<T> all, Function<T, String> id, List<String> asked) {
    for (String each : asked) {
      if (all.stream().map(id).noneMatch(each::equals)) {
        String code =
            each.startsWith("vpce-") ? "InvalidVpcEndpointId.NotFound" : "InvalidID.NotFound";
        throw AwsError.bad(code, "The ID '" + each + "' does not exist");
      }
    }
    return all.stream().filter(each -> asked.isEmpty() || asked.contains(id.apply(each))).toList();
  }

  private static <T> List<T> filtered(
      List<T> all, List<Filter> filters, Map<String, Function<T, String>> known) {
    for (Filter filter : filters) {
      if (!known.containsKey(filter.name())) {
        throw AwsError.bad(
            "InvalidParameterValue", "The filter '" + filter.name() + "' is not known here");
      }
    }
    return all.stream()
        .filter(
            each ->
                filters.stream()
                    .allMatch(
                        filter -> filter.values().contains(known.get(filter.name()).apply(each))))
        .toList();
  }
}
