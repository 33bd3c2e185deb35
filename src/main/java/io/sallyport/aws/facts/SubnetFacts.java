package io.sallyport.aws.facts;

import java.util.List;

/**
 * What EC2 says of a subnet (S02).
 *
 * @param account the twelve digits of the account that owns it
 * @param publicAddresses whether what starts in it gets a public address
 * @param routesTo targets of its own route table, or of the VPC's main one: {@code local}, {@code
 *     igw-…}
 */
public record SubnetFacts(
    String id, String vpc, String account, boolean publicAddresses, List<String> routesTo) {

  public SubnetFacts {
    routesTo = List.copyOf(routesTo);
  }
}
