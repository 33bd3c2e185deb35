package io.sallyport.monitoring;

import java.time.Instant;

/** Drift about which an official has decided: the same is not asked again while it goes on. */
public record DecidedDrift(Level level, Instant decidedAt) {}
