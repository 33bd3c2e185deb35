/** Live facts about buckets, keys, networks, images and signing profiles: read, not believed. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("facts")
package io.sallyport.aws.facts;
