/** Training: what a job ran to, and that its files are its own (S05, S07, F07). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("training")
package io.sallyport.rules.training;
