/** The SageMaker runtime on a laptop: invocations of endpoints and their data capture. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.runtime;
