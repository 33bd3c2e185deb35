/** The real Keycloak server on a laptop, and the demo people in it. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.keycloak;
