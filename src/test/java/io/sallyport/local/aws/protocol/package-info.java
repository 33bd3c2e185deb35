/** AWS's five wire protocols, generic over the SDK's own classes; they know no service. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.protocol;
