/** Intervals and metrics that Gate 1 stands on: numbers in, numbers out. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("statistics")
package io.sallyport.rules.technical.statistics;
