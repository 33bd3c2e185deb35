/** Sallyport: the programs of the one jar. */
@org.jspecify.annotations.NullMarked
package io.sallyport;
