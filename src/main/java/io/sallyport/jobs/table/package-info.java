/** A table as a job sees it: cells, kinds of columns, rows by their hash, files it writes. */
@org.jspecify.annotations.NullMarked
package io.sallyport.jobs.table;
