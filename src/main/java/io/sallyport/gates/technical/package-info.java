/** The steps of Gate 1: technical validation (S09, F08). */
@org.jspecify.annotations.NullMarked
package io.sallyport.gates.technical;
