package io.sallyport.local.aws;

import io.sallyport.local.aws.iam.Identities;
import io.sallyport.local.aws.policy.Policies;
import io.sallyport.local.aws.policy.VpcEndpoints;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What every service is given: where it is reached, a folder for bytes, the journal for state,
 * time, ids, who there is, who may do what, and the doors of the VPC.
 */
public record Environment(
    URI endpoint,
    Path folder,
    Journal journal,
    Clock clock,
    Ids ids,
    Identities identities,
    Policies policies,
    VpcEndpoints vpcEndpoints) {}
