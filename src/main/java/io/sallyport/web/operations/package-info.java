/** Operations: health, and steps that need a person. */
@org.jspecify.annotations.NullMarked
package io.sallyport.web.operations;
