package io.sallyport.web.operations;

import io.sallyport.authority.TaskView.Fact;
import java.util.List;

/**
 * All that the operations page shows.
 *
 * @param incidents steps that are tried no more by themselves
 * @param retrying steps that failed and are tried again
 * @param tried what people had tried again in the last day
 */
record OperationsPage(
    String title,
    String lead,
    List<Fact> strip,
    List<IncidentPage> incidents,
    List<Retrying> retrying,
    List<Tried> tried) {

  record Retrying(String step, String version, String cause, String tries, String next) {}
}
