/**
 * Every path of every diagram of {@code processes/}, one class each, on the real engine with the
 * product's locks and a real PostgreSQL. The steps are stand-ins: what is tested is the diagram.
 */
@org.jspecify.annotations.NullMarked
package io.sallyport.processes;
