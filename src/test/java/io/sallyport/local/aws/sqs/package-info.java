/** SQS on a laptop: queues with visibility time, delay and long poll. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.sqs;
