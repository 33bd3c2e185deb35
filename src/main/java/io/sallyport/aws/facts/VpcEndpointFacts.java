package io.sallyport.aws.facts;

/**
 * What EC2 says of a VPC endpoint (S02): which service is reached through it, and what its policy
 * lets pass, as JSON.
 */
public record VpcEndpointFacts(String vpc, String service, String state, String policy) {}
