package io.sallyport.local;

import io.sallyport.local.aws.ec2.Network;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The private network: no way out but the doors to AWS's services (S02). */
final class NetworkSeed {

  static final String VPC = "vpc-0a1b2c3d4e5f60718";
  static final List<String> SUBNETS =
      List.of("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712");
  static final String SECURITY_GROUP = "sg-0a1b2c3d4e5f60721";

  /** The one door through which a model may be invoked. */
  static final String INVOCATION_DOOR = "vpce-0a1b2c3d4e5f60743";

  private static final String OPEN =
      Policy.of(
          List.of(
              "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}"));

  private NetworkSeed() {}

  static void plant(Network network) {
    network.vpc(Vpc.builder().vpcId(VPC).cidrBlock("10.20.0.0/16").ownerId(Account.ID).build());
    for (String subnet : SUBNETS) {
      network.subnet(
          Subnet.builder()
              .subnetId(subnet)
              .vpcId(VPC)
              .ownerId(Account.ID)
              .mapPublicIpOnLaunch(false)
              .build());
    }
    network.securityGroup(
        SecurityGroup.builder()
            .groupId(SECURITY_GROUP)
            .groupName("sentinel")
            .vpcId(VPC)
            .ownerId(Account.ID)
            .build());
    network.routeTable(
        RouteTable.builder()
            .routeTableId("rtb-0a1b2c3d4e5f60731")
            .vpcId(VPC)
            .ownerId(Account.ID)
            .associations(association -> association.main(true))
            .routes(route -> route.destinationCidrBlock("10.20.0.0/16").gatewayId("local"))
            .build());
    network.endpoint(door("vpce-0a1b2c3d4e5f60741", "s3"));
    network.endpoint(door("vpce-0a1b2c3d4e5f60742", "sagemaker.api"));
    network.endpoint(door(INVOCATION_DOOR, "sagemaker.runtime"));
  }

  private static VpcEndpoint door(String id, String service) {
    return VpcEndpoint.builder()
        .vpcEndpointId(id)
        .vpcId(VPC)
        .ownerId(Account.ID)
        .serviceName("com.amazonaws." + Account.REGION + "." + service)
        .vpcEndpointType(service.equals("s3") ? "Gateway" : "Interface")
        .state("available")
        .policyDocument(OPEN)
        .build();
  }
}
