/** The steps of Gate 2: security review (S10). */
@org.jspecify.annotations.NullMarked
package io.sallyport.gates.security;
