/** Gate 2: the artifact is understood to its last byte, the images are known, signed, scanned. */
@org.jspecify.annotations.NullMarked
package io.sallyport.rules.security;
