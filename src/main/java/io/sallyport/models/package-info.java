/** The model version: its submission, its state, the program that it belongs to. */
@org.jspecify.annotations.NullMarked
package io.sallyport.models;
