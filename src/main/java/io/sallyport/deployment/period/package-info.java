/** The service period: opened once the law allows it, one version after the other (S13, S20). */
@org.jspecify.annotations.NullMarked
package io.sallyport.deployment.period;
