/** Gate 1: the model is proven on rows it has never seen, at a bar that nobody set for himself. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("technical")
package io.sallyport.rules.technical;
