/** S01 to S06: what a submission may ask for, judged against the program and live facts. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("boundary")
package io.sallyport.rules.boundary;
