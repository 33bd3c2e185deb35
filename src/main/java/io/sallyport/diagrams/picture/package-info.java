/** A diagram as a picture. */
@org.jspecify.annotations.NullMarked
package io.sallyport.diagrams.picture;
