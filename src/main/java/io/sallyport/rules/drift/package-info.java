/**
 * Drift: whether what a model is asked, and what it answers, is what it was proven on (S17, S18).
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("drift")
package io.sallyport.rules.drift;
