package io.sallyport.rules.drift;

/** A window beside the baseline that was recorded with the version. */
public record WindowFacts(Baseline baseline, String baselineSha256, Window window) {}
