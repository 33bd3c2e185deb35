/** KMS: keys of the JDK behind the calls of AWS. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.kms;
