package io.sallyport.aws.facts;

import java.util.List;

/**
 * What EC2 says of a security group (S02): the CIDR blocks, prefix lists and groups it lets out to.
 */
public record SecurityGroupFacts(String id, String vpc, String account, List<String> outTo) {

  public SecurityGroupFacts {
    outTo = List.copyOf(outTo);
  }
}
