package io.sallyport.aws.facts;

/**
 * What EC2 says of a VPC endpoint (S02): which service is reached through it, and what its policy
 * lets pass, as JSON.
 */
public record VpcEndpointFacts(
    String id, String vpc, String service, String type, String state, String policy) {}
