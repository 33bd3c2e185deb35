package io.sallyport.workflow;

import io.sallyport.rules.Refused;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction in which a person moves a case. The engine locks optimistically: when a job of the
 * same case commits at the same moment, one of the two is refused. The engine tries its job again;
 * what a person did is tried again here, all of it, and nobody has to press twice.
 */
@Component
public class CaseTransaction {

  /** A case has few jobs at a time, and each try begins after the one that was faster. */
  private static final int TRIES = 5;

  private final TransactionTemplate transaction;

  CaseTransaction(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  /**
   * Does the work, everything or nothing.
   *
   * @throws Refused {@code conflict/the-case-stands-still} when somebody was faster each time
   */
  @Transactional(propagation = Propagation.NEVER)
  public void run(Runnable work) {
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        transaction.executeWithoutResult(status -> work.run());
        return;
      } catch (OptimisticLockingException somebodyWasFaster) {
        // from the beginning, on what the other one left
      }
    }
    throw new Refused(
        "conflict/the-case-stands-still", "the case", "moving", "one that waits; try again");
  }
}
