/** S3: buckets, versions, locks, parts; bytes on disk. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.s3;
