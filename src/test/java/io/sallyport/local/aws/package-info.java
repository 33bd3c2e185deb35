/**
 * The local AWS: one port that answers the real SDK, CLI and boto3; test scope, no product code.
 */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws;
