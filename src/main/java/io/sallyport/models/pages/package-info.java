/** The pages of models and their versions. */
@org.jspecify.annotations.NullMarked
package io.sallyport.models.pages;
