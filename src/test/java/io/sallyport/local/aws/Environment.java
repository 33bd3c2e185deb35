package io.sallyport.local.aws;

import io.sallyport.local.aws.iam.Identities;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What every service is given: where it is reached, a folder for bytes, the journal for state,
 * time, ids, and who there is.
 */
public record Environment(
    URI endpoint, Path folder, Journal journal, Clock clock, Ids ids, Identities identities) {}
