/** A BPMN or DMN file as a value: safe reading, allow-list, proof, picture. Plain Java. */
@org.jspecify.annotations.NullMarked
package io.sallyport.diagrams;
