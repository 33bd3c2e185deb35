/** Who may act: named authorities, and the one door for human decisions. */
@org.jspecify.annotations.NullMarked
package io.sallyport.authority;
