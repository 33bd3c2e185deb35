package io.sallyport.rules.service;

import java.util.Optional;

/**
 * How a deployed endpoint stands, once it changes no more.
 *
 * @param state {@code IN_SERVICE}, or what it is instead
 * @param configuration the one in force there
 * @param authorized the configuration that was made for the version
 * @param failureReason as SageMaker gives it
 */
public record EndpointFacts(
    String endpoint,
    String state,
    String configuration,
    String authorized,
    Optional<String> failureReason) {}
