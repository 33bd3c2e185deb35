/**
 * Reads a model artifact to its last byte without loading it; what it does not know, it refuses.
 */
@org.jspecify.annotations.NullMarked
package io.sallyport.jobs.scan;
