/** The ledger: facts are appended here and nowhere else, and never change. */
@org.jspecify.annotations.NullMarked
package io.sallyport.custody;
