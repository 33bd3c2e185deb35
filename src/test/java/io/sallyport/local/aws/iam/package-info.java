/** IAM: users, access keys, roles, policies, and whose key signed a request. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.iam;
