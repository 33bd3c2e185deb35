/** In service: who is answered, by what, and that it is what was authorized (S13 to S15). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("service")
package io.sallyport.rules.service;
