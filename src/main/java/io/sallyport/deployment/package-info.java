/** The steps of deployment and emergency stop, the service period, predictions. */
@org.jspecify.annotations.NullMarked
package io.sallyport.deployment;
