/**
 * How the text of a table is taken apart: one reading for the jobs and for the boundary's rules.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("table")
package io.sallyport.rules.table;
