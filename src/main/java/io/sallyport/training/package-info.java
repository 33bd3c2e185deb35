/** The steps of training-run: exact copies, processing, training, lineage, registration. */
@org.jspecify.annotations.NullMarked
package io.sallyport.training;
