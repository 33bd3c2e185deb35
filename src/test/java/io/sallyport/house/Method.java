package io.sallyport.house;

import java.util.Set;

/**
 * A method or constructor as it stands in its file.
 *
 * @param type the types around it, the outermost first, joined by points
 * @param lines from its first annotation or modifier to its closing brace
 * @param annotations simple names
 */
public record Method(
    String file,
    String type,
    String name,
    int lines,
    int parameters,
    Kind kind,
    Set<String> annotations) {

  /** A record's canonical constructor has as many parameters as the record has components. */
  public enum Kind {
    METHOD,
    CONSTRUCTOR,
    RECORD_CONSTRUCTOR
  }

  /** Whether JUnit or jqwik runs it. */
  public boolean isTest() {
    return annotations.stream()
        .anyMatch(Set.of("Test", "ParameterizedTest", "RepeatedTest", "Property")::contains);
  }
}
