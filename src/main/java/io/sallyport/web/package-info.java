/** The shell around every page: security chain, session, layout, error pages, health. */
@org.jspecify.annotations.NullMarked
package io.sallyport.web;
