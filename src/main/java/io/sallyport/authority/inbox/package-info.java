/** The tasklist: what waits for whom, deciding, signing. */
@org.jspecify.annotations.NullMarked
package io.sallyport.authority.inbox;
