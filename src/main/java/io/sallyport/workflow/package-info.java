/** The engine: its configuration and locks, releases, incidents, and what a delegate may ask. */
@org.jspecify.annotations.NullMarked
package io.sallyport.workflow;
