/** The allow-list as a book of rules: what a diagram may say. */
@org.jspecify.annotations.NullMarked
package io.sallyport.diagrams.rules;
