package io.sallyport.aws.jobs;

/** An S3 key or prefix that the job finds as files under {@code localPath}. */
public record JobInput(String name, String uri, String localPath) {}
