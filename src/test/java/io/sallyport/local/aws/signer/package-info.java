/** AWS Signer on a laptop: signing profiles and what was revoked. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.signer;
