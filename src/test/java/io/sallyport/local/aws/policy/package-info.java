/** Policies: one evaluator for identities, buckets, keys and VPC endpoints; a deny always wins. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.policy;
