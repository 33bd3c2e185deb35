/** Gate 1: what was measured on the held-out set, and how the data was prepared. Plain Java. */
@org.jspecify.annotations.NullMarked
package io.sallyport.rules.technical;
