/** Jobs that run in containers: processing, training, batch transform. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("jobs")
package io.sallyport.aws.jobs;
