/** What pages show of endpoints, and the emergency stop. */
@org.jspecify.annotations.NullMarked
package io.sallyport.deployment.pages;
