/** The sign-in server: its keys, its tokens, its directory. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("realm")
package io.sallyport.authority.realm;
