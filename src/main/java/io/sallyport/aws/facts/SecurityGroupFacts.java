package io.sallyport.aws.facts;

/** What EC2 says of a security group (S02). */
public record SecurityGroupFacts(String id, String vpc, String account) {}
