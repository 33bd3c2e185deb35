/** Programs on a person's machine: draft, lint, submit, status, predict, verify. Plain Java. */
@org.jspecify.annotations.NullMarked
package io.sallyport.cli;
