/**
 * What answers: models, their registry, endpoints, who may invoke them, and the bounds they keep.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("serving")
package io.sallyport.aws.serving;
