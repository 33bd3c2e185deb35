/** EventBridge on a laptop: state changes as envelopes in the queue of the product. */
@org.jspecify.annotations.NullMarked
package io.sallyport.local.aws.events;
