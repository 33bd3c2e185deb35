/** The whole boundary on a laptop: PostgreSQL, Keycloak, the AWS emulator and the application. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local;
