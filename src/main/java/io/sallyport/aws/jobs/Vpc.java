package io.sallyport.aws.jobs;

import io.sallyport.rules.Refused;
import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.VpcConfig;

/** The private network that a container runs in; the order of ids means nothing (S02). */
public record Vpc(List<String> subnets, List<String> securityGroups) {

  public Vpc {
    subnets = subnets.stream().sorted().toList();
    securityGroups = securityGroups.stream().sorted().toList();
    if (subnets.isEmpty() || securityGroups.isEmpty()) {
      String found = subnets + " " + securityGroups;
      throw new Refused("aws/private-network", "vpc", found, "a subnet and a security group");
    }
  }

  public VpcConfig toConfig() {
    return VpcConfig.builder().subnets(subnets).securityGroupIds(securityGroups).build();
  }

  public static Vpc of(VpcConfig config) {
    return new Vpc(config.subnets(), config.securityGroupIds());
  }
}
