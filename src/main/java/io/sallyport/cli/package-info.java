/** Programs on a person's machine: submit, status, verify. Plain Java. */
@org.jspecify.annotations.NullMarked
package io.sallyport.cli;
