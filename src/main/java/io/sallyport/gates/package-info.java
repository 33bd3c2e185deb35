/** The steps of the three gates. */
@org.jspecify.annotations.NullMarked
package io.sallyport.gates;
