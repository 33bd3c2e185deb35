/** The emergency stop, and what is decided after it (S16). */
@org.jspecify.annotations.NullMarked
package io.sallyport.deployment.stop;
