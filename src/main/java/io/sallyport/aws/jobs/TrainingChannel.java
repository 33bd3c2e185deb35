package io.sallyport.aws.jobs;

/** Data that training finds under {@code input/data/<name>}. */
public record TrainingChannel(String name, String uri, String contentType) {}
