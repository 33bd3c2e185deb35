package io.sallyport.aws.jobs;

/** What a job runs on: type, how many, and the encrypted volume of each. */
public record Machine(String instanceType, int instanceCount, int volumeSizeGb, String volumeKey) {}
