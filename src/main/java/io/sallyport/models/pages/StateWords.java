package io.sallyport.models.pages;

import io.sallyport.models.ModelVersion.State;
import io.sallyport.workflow.HumanTask;
import java.util.List;

/** A state as a tag: how it is coloured and what it says. */
record StateWords(String state, String words) {

  /**
   * The tag of a version.
   *
   * @param tasks what people are asked about it now
   * @param stuck whether a step failed and is tried no more by itself
   */
  static StateWords of(State state, List<HumanTask> tasks, boolean stuck) {
    return switch (state) {
      case IN_PROGRESS -> stuck ? new StateWords("watch", "Needs a person") : onItsWay(tasks);
      case IN_SERVICE -> new StateWords("ok", "In service");
      case SUSPENDED -> new StateWords("stop", "Stopped");
      case ARCHIVED -> new StateWords("stop", "Archived");
      case RETURNED -> new StateWords("watch", "Sent back");
      case WITHDRAWN -> new StateWords("", "Withdrawn");
      case SUPERSEDED -> new StateWords("", "Superseded");
      case NOT_DEPLOYED -> new StateWords("stop", "Not deployed");
      case RETIRED -> new StateWords("", "Retired");
    };
  }

  private static StateWords onItsWay(List<HumanTask> tasks) {
    return new StateWords("", tasks.isEmpty() ? "On its way" : gate(tasks.get(0)));
  }

  private static String gate(HumanTask task) {
    return switch (task.key()) {
      case "review-findings" -> "Waiting at Gate 2";
      case "decide-on-promotion" -> "Waiting at Gate 3";
      default -> "Waiting for a person";
    };
  }
}
