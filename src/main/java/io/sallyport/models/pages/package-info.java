/** The pages of models and their versions, and the same status for machines. */
@org.jspecify.annotations.NullMarked
package io.sallyport.models.pages;
