/** What an outsider needs to verify evidence offline: digests, envelopes, packages. Plain Java. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("proof")
package io.sallyport.custody.proof;
