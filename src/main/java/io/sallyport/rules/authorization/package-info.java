/** Gate 3 and every other signed decision: who may decide, and when it counts (S11, S12, AC-5). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("authorization")
package io.sallyport.rules.authorization;
