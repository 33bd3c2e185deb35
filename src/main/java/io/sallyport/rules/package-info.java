/** The law: what must be true, as pure functions over records. Plain Java. */
@org.jspecify.annotations.NullMarked
package io.sallyport.rules;
