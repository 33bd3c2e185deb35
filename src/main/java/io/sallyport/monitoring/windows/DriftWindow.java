package io.sallyport.monitoring.windows;

import java.time.Instant;
import java.util.Optional;

/**
 * A window of a version in service.
 *
 * @param to end, exclusive
 * @param attempt which job counts it, from 1
 * @param countedUri its counts, under their digest, once it was counted
 */
record DriftWindow(
    String modelVersion, Instant from, Instant to, int attempt, Optional<String> countedUri) {}
