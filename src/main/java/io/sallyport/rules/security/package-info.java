/** Gate 2: the artifact is understood to its last byte, the images are known, signed, scanned. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("security")
package io.sallyport.rules.security;
