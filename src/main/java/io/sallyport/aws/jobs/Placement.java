package io.sallyport.aws.jobs;

import java.time.Duration;

/** Where and as whom a job runs, and for how long at most. */
public record Placement(String role, Machine machine, Vpc vpc, Duration maxRuntime) {}
