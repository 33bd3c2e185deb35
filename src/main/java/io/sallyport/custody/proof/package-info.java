/** What an outsider needs to verify evidence offline: digests, envelopes, packages. Plain Java. */
@org.jspecify.annotations.NullMarked
package io.sallyport.custody.proof;
