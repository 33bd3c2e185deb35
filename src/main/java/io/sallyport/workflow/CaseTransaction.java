package io.sallyport.workflow;

import io.sallyport.rules.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A transaction in which a person moves a case. The engine locks optimistically: when a job of the
 * same case commits at the same moment, one of the two is refused. The engine tries its job again;
 * what a person did is tried again here, all of it, and nobody has to press twice.
 */
@Component
public class CaseTransaction {

  /** In milliseconds: a case moves for a few steps and then waits. */
  private static final long PAUSE_FIRST = 20;

  private static final long PAUSE_MAX = 500;
  private static final long PATIENCE = 10_000;

  private final TransactionTemplate transaction;

  CaseTransaction(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  /**
   * Does the work, everything or nothing.
   *
   * @throws Refused {@code conflict/the-case-stands-still} when it moved all the while
   */
  @Transactional(propagation = Propagation.NEVER)
  public void run(Runnable work) {
    BackOffExecution pauses = pauses();
    while (!isDone(work)) pause(pauses.nextBackOff());
  }

  private boolean isDone(Runnable work) {
    try {
      transaction.executeWithoutResult(status -> work.run());
      return true;
    } catch (RuntimeException refused) {
      if (!Conflicts.isConflict(refused)) throw refused;
      return false; // from the beginning, on what the other one left
    }
  }

  private static BackOffExecution pauses() {
    ExponentialBackOff pauses = new ExponentialBackOff();
    pauses.setInitialInterval(PAUSE_FIRST);
    pauses.setMaxInterval(PAUSE_MAX);
    pauses.setMaxElapsedTime(PATIENCE);
    return pauses.start();
  }

  private static void pause(long milliseconds) {
    if (milliseconds == BackOffExecution.STOP) throw stillMoving();
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      throw stillMoving();
    }
  }

  private static Refused stillMoving() {
    return new Refused(
        "conflict/the-case-stands-still", "the case", "moving", "one that waits; try again");
  }
}
