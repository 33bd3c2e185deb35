/** Application Auto Scaling on a laptop: targets and policies as stored state. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.scaling;
