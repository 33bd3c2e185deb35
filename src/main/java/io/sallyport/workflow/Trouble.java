package io.sallyport.workflow;

import java.time.Instant;
import java.util.Optional;

/**
 * A step that failed.
 *
 * @param id of the engine's job, which a retry names
 * @param step the step's name in the diagram
 * @param modelVersion the business key of the case
 * @param program of the version
 * @param cause what went wrong, in the words of what failed
 * @param tries how often it is tried before a person is asked
 * @param triesLeft 0: it needs a person
 * @param nextTry when it is tried again by itself
 */
public record Trouble(
    String id,
    String processInstance,
    String process,
    String activity,
    String step,
    String modelVersion,
    String program,
    String cause,
    int tries,
    int triesLeft,
    Instant since,
    Optional<Instant> nextTry) {

  /** Whether it is tried no more by itself. */
  public boolean needsAPerson() {
    return triesLeft == 0;
  }

  /** How often it has been tried; to be found here, once at least. */
  public int tried() {
    return Math.max(1, tries - triesLeft);
  }

  /** The same, with a cause in words that its reader may know. */
  public Trouble because(String words) {
    return new Trouble(
        id,
        processInstance,
        process,
        activity,
        step,
        modelVersion,
        program,
        words,
        tries,
        triesLeft,
        since,
        nextTry);
  }
}
