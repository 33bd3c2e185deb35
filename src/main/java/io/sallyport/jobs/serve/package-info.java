/** The inference server of the reference trainer's models. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("serve")
package io.sallyport.jobs.serve;
