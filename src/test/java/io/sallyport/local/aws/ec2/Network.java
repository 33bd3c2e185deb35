package io.sallyport.local.aws.ec2;

import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.policy.VpcEndpoints;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.State;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * The network that there is: put in by a seed, read through EC2. The policy of a VPC endpoint
 * counts for every call that comes through it.
 */
public final class Network {

  private static final String OPEN =
      "{\"Statement\":[{\"Action\":\"*\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"*\"}]}";

  private final VpcEndpoints doors;
  private final Table<Vpc> vpcs;
  private final Table<Subnet> subnets;
  private final Table<SecurityGroup> groups;
  private final Table<VpcEndpoint> endpoints;
  private final Table<RouteTable> routes;

  public Network(Environment environment) {
    this.doors = environment.vpcEndpoints();
    this.vpcs = environment.journal().table("ec2-vpcs", Vpc::builder);
    this.subnets = environment.journal().table("ec2-subnets", Subnet::builder);
    this.groups = environment.journal().table("ec2-security-groups", SecurityGroup::builder);
    this.endpoints = environment.journal().table("ec2-vpc-endpoints", VpcEndpoint::builder);
    this.routes = environment.journal().table("ec2-route-tables", RouteTable::builder);
  }

  public void vpc(Vpc vpc) {
    vpcs.put(vpc.vpcId(), vpc);
  }

  public void subnet(Subnet subnet) {
    subnets.put(subnet.subnetId(), subnet);
  }

  public void securityGroup(SecurityGroup group) {
    groups.put(group.groupId(), group);
  }

  public void routeTable(RouteTable table) {
    routes.put(table.routeTableId(), table);
  }

  /**
   * A VPC endpoint of a service such as {@code s3}, {@code sagemaker.runtime}, {@code
   * sagemaker.api}; without a policy it lets everything through.
   */
  public void endpoint(VpcEndpoint endpoint) {
    VpcEndpoint.Builder made = endpoint.toBuilder();
    if (endpoint.policyDocument() == null) made.policyDocument(OPEN);
    if (endpoint.state() == null) made.state(State.AVAILABLE);
    if (endpoint.vpcEndpointType() == null) made.vpcEndpointType(VpcEndpointType.INTERFACE);
    VpcEndpoint kept = made.build();
    endpoints.put(kept.vpcEndpointId(), kept);
    doors.put(
        new VpcEndpoints.VpcEndpoint(
            kept.vpcEndpointId(), service(kept.serviceName()), kept.policyDocument()));
  }

  /** As IAM has it: {@code com.amazonaws.us-gov-west-1.sagemaker.api} is SageMaker itself. */
  private static String service(String serviceName) {
    String service = serviceName.replaceFirst("^com\\.amazonaws\\.[a-z0-9-]+\\.", "");
    return service.equals("sagemaker.api") ? "sagemaker" : service;
  }

  List<Vpc> vpcs() {
    return vpcs.all();
  }

  List<Subnet> subnets() {
    return subnets.all();
  }

  List<SecurityGroup> groups() {
    return groups.all();
  }

  List<VpcEndpoint> endpoints() {
    return endpoints.all();
  }

  List<RouteTable> routes() {
    return routes.all();
  }

  static String openPolicy() {
    return OPEN;
  }
}
