/** The training job: the reference trainer and the model that it leaves (S07). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("train")
package io.sallyport.jobs.train;
