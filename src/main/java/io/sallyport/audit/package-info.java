/** What auditors read: history, the custody record, evidence packages. */
@org.jspecify.annotations.NullMarked
package io.sallyport.audit;
