/** CloudWatch on a laptop: alarms as stored state, metrics as a list. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.cloudwatch;
