/** The steps of Gate 3: approval by the named authorities (S11, S12). */
@org.jspecify.annotations.NullMarked
package io.sallyport.gates.approval;
