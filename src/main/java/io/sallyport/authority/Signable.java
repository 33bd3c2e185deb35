package io.sallyport.authority;

import io.sallyport.rules.Finding;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;

/**
 * What a stage says about something that is decided by signature: what the decider must see, what
 * may be chosen, and who may choose.
 */
public interface Signable {

  /** The word under which it is recorded; for a task its id in the diagram. */
  String task();

  /** The program that it belongs to. */
  String program(HumanTask task);

  /** The question, as the page's heading: <i>Put land-cover version 7 into production?</i> */
  String question(HumanTask task);

  /** Which groups a decider must be in at the moment of the decision, beside being named. */
  List<String> groups(HumanTask task);

  List<TaskPage.Choice> choices(HumanTask task);

  /** What each person did for the version, by subject id: they must not decide about it. */
  Map<String, List<String>> parts(HumanTask task);

  /** What the decider must see, from recorded facts alone: the same bytes until a fact changes. */
  Packet packet(HumanTask task);

  /** What is wrong with the limits that a person sets, each finding's subject the field's key. */
  default List<Finding> wrongLimits(HumanTask task, Decision decision) {
    return List.of();
  }

  /** The principals of whom some may be chosen in the field {@code key} of its form; else none. */
  default List<String> principals(HumanTask task, String key) {
    return List.of();
  }

  /** What follows when this person signs this choice. */
  default String follows(DecisionRequest request, TaskPage.Choice choice) {
    return choice.hint();
  }
}
