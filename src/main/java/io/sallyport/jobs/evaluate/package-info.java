/** The evaluation job: what the model got right, on rows that it never saw (S09). */
@org.jspecify.annotations.NullMarked
package io.sallyport.jobs.evaluate;
