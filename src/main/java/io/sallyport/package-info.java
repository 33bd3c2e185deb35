/** Sallyport: its programs, and the word that chooses between them. */
@org.jspecify.annotations.NullMarked
package io.sallyport;
