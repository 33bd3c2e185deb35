/** Episodes: why a version in service is asked about again, and what is decided (S19, S20). */
@org.jspecify.annotations.NullMarked
package io.sallyport.monitoring;
