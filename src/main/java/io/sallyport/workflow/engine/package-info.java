/** What the engine is made of: its limits, its locks, its history. */
@org.jspecify.annotations.NullMarked
package io.sallyport.workflow.engine;
