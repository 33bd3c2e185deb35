/** A release as a token game, explored to the end. */
@org.jspecify.annotations.NullMarked
package io.sallyport.diagrams.proof;
