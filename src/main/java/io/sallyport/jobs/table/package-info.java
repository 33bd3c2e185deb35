/** A table as a job reads it: character set, delimiter, cells, columns. */
@org.jspecify.annotations.NullMarked
package io.sallyport.jobs.table;
