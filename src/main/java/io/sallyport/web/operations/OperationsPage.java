package io.sallyport.web.operations;

import io.sallyport.authority.TaskView.Fact;
import java.util.List;

/**
 * All that the operations page shows.
 *
 * @param error about a reason that was not stated, for the incident {@code wrong}
 */
record OperationsPage(
    String title,
    String lead,
    List<Fact> strip,
    List<Incident> incidents,
    List<Retrying> retrying,
    List<Done> done,
    boolean mayRetry,
    String wrong,
    String error) {

  /** A step that is tried no more by itself. */
  record Incident(
      String id,
      String title,
      String versionPage,
      String step,
      String cause,
      String since,
      String effect,
      String technical) {}

  record Retrying(String step, String version, String cause, String tries, String next) {}

  record Done(
      String what, String who, String reason, String state, String result, String versionPage) {}
}
