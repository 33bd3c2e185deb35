package io.sallyport.abuse;

import java.util.Optional;

/**
 * A hostile diagram, whole and ready to be deployed.
 *
 * @param name row and name: {@code R03 task name}
 * @param file {@code hostile.bpmn} or {@code hostile.dmn}
 * @param rule of {@code diagrams/} that must name it
 * @param without what stops it when the allow-list is switched off
 * @param asleep why an engine as it is shipped does not run it on this class path; empty: it does
 */
public record Payload(
    String name, String file, String text, String rule, Without without, Optional<String> asleep) {

  /** The second defence: what holds when the first one is gone. */
  public enum Without {
    /** The engine evaluates names and comparisons alone. */
    EXPRESSIONS,
    /** There is no engine for any script. */
    SCRIPTS,
    /** The allow-list is the only defence. */
    NOTHING,
    /** It runs no code: it hides a way past a gate. */
    FLOW
  }

  @Override
  public String toString() {
    return name;
  }
}
