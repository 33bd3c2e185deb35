/** How a version ends before it serves: archived, returned, superseded, withdrawn. */
@org.jspecify.annotations.NullMarked
package io.sallyport.models.ending;
