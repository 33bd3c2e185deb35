/** The real PostgreSQL server on a laptop. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.postgres;
