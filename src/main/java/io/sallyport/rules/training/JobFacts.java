package io.sallyport.rules.training;

import java.util.Optional;

/**
 * How a job ended.
 *
 * @param state {@code COMPLETED}, or what it is instead
 * @param failureReason as SageMaker gives it
 */
public record JobFacts(String job, String state, Optional<String> failureReason) {}
