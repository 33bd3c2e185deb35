/** The abuse and fault suite: one class a row, or a few rows that belong together. */
@org.jspecify.annotations.NullMarked
package io.sallyport.abuse;
