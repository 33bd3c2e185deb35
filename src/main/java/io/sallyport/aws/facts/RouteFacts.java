package io.sallyport.aws.facts;

/**
 * One route: what it is for (a CIDR block or prefix list) and where it leads ({@code local}, {@code
 * igw-…}, {@code nat-…}, {@code vpce-…}).
 */
public record RouteFacts(String destination, String target) {}
