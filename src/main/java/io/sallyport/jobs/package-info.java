/** Programs that run in a job container, by SageMaker's contract. Plain Java. */
@org.jspecify.annotations.NullMarked
package io.sallyport.jobs;
