/** Windows of drift: planned, counted by a job, judged; the second of three opens an episode. */
@org.jspecify.annotations.NullMarked
package io.sallyport.monitoring.windows;
