package io.sallyport.aws.serving;

/**
 * An endpoint as it is wanted.
 *
 * @param configuration name of what it answers with
 * @param program whose it is, as its tag says: nobody else's is adopted, changed or deleted
 */
public record EndpointDefinition(String configuration, String program) {}
