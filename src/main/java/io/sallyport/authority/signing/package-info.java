/** The step-up: one decision, one challenge, one signature (trust 7). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("signing")
package io.sallyport.authority.signing;
