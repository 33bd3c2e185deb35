/** Facts about the boundary as they are now, read from AWS for the law (S01). */
@org.jspecify.annotations.NullMarked
package io.sallyport.models.live;
