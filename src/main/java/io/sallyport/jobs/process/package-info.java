/** The processing job: judge the data, split them, report digests (S05). */
@org.jspecify.annotations.NullMarked
package io.sallyport.jobs.process;
