package io.sallyport.authority;

import io.sallyport.workflow.HumanTask;
import java.util.Optional;

/**
 * Something that a person starts by signature while no task asks for it: the emergency stop. It
 * goes through the same door as a task. The stage that owns the process implements it.
 */
public interface SignedStart extends Signable {

  /** What it is called. */
  String name();

  /**
   * Tells this start from earlier ones about the version: {@code 2}. Empty: it cannot be started
   * now.
   */
  Optional<String> occasion(String modelVersion);

  /** The page where a person states it, and reads what became of it. */
  String page(String modelVersion);

  /** Starts it, in the transaction that recorded the signature. */
  void begin(HumanTask start, Person person, Decision decision);
}
