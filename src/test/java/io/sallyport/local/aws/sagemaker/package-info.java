/**
 * SageMaker on a laptop: jobs, models, packages and endpoints, with containers as child processes.
 */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.sagemaker;
