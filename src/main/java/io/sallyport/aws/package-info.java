/**
 * What we do with AWS; the only package that imports the SDK. Every call can be repeated: a name
 * makes it so, what is there is compared with what is wanted, and a difference is refused. What AWS
 * refuses for a reason that a person can act on becomes {@link io.sallyport.rules.Refused};
 * technical trouble flies as the SDK's own exception, which names service, code and request.
 */
@org.jspecify.annotations.NullMarked
package io.sallyport.aws;
