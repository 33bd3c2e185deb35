/** STS: sessions of roles, and who somebody is. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.sts;
