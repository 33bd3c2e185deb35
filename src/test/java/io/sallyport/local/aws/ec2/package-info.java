/** EC2's network on a laptop, to be read: VPCs, subnets, security groups, endpoints, routes. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.ec2;
