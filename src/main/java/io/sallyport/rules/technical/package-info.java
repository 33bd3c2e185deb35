/** Gate 1: the model is proven on rows it has never seen, at a bar that nobody set for himself. */
@org.jspecify.annotations.NullMarked
package io.sallyport.rules.technical;
