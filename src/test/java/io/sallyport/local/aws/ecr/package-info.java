/** ECR on a laptop: repositories, manifests, referrers, scans, and images that are folders. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.ecr;
