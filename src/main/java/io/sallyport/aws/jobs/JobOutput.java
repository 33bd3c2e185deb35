package io.sallyport.aws.jobs;

/** Files under {@code localPath} that are uploaded to the S3 prefix when the job ends. */
public record JobOutput(String name, String localPath, String uri) {}
