/** What we do with AWS; the only package that imports the SDK. */
@org.jspecify.annotations.NullMarked
package io.sallyport.aws;
