package io.sallyport.rules.training;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a job ended.
 *
 * @param state {@code COMPLETED}, or what it is instead
 * @param failureReason as SageMaker gives it
 * @param artifactBytes size of what was trained; none unless the job completed
 */
public record JobFacts(
    String job, String state, Optional<String> failureReason, OptionalLong artifactBytes) {}
