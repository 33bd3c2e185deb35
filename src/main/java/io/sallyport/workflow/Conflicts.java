package io.sallyport.workflow;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a transaction on a case was refused only because another one on the same case was faster.
 * The engine says so itself where a row's revision moved; where the database noticed first, the
 * engine passes on what the database said.
 */
final class Conflicts {

  /** SQL:2016, class 40: the database rolled back, as after a deadlock; trying again is right. */
  private static final String ROLLED_BACK = "40";

  /** An execution ended that just began another, or began one in a case that just ended. */
  private static final String FOREIGN_KEY = "23503";

  private static final String NO_EXECUTIONS = "Cannot restore state of process instance ";

  private Conflicts() {}

  static boolean isConflict(RuntimeException refused) {
    return refused instanceof OptimisticLockingException
        || isOfACaseThatEnded(refused)
        || isSaidByTheDatabase(refused);
  }

  /** The engine found what a case waited for, and by then no execution of the case any more. */
  private static boolean isOfACaseThatEnded(RuntimeException refused) {
    return refused instanceof NullValueException
        && String.valueOf(refused.getMessage()).startsWith(NO_EXECUTIONS);
  }

  private static boolean isSaidByTheDatabase(RuntimeException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said && isOfAnother(said.getSQLState())) return true;
    }
    return false;
  }

  private static boolean isOfAnother(@Nullable String state) {
    return state != null && (state.startsWith(ROLLED_BACK) || state.equals(FOREIGN_KEY));
  }
}
