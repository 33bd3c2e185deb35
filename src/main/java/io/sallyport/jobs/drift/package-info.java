/** Drift: counting what a version was proven on, and what its endpoint was asked (S17, S18). */
@org.jspecify.annotations.NullMarked
package io.sallyport.jobs.drift;
