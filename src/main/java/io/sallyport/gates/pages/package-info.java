/** What pages show of the gates: finished values for templates. */
@org.jspecify.annotations.NullMarked
package io.sallyport.gates.pages;
