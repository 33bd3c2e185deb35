/** Bytes that must not change: exact copies, uploads, locked evidence, and the keys that sign. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("objects")
package io.sallyport.aws.objects;
