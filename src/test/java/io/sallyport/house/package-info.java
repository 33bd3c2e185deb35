/** What the tests of the house stand on: the sources as trees, the classes as arrows, pictures. */
@org.jspecify.annotations.NullMarked
package io.sallyport.house;
