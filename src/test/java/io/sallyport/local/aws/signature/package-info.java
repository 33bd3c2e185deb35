/** Signature Version 4: whose key signed a request, and every byte of its body. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.signature;
