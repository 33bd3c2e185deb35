package io.sallyport.authority;

import io.sallyport.rules.Finding;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;

/**
 * What a stage says about a human task of its diagram: what the decider must see, what may be
 * chosen, and what the diagram learns. The stage that owns the task implements it.
 */
public interface TaskPage {

  /** The task's id in the diagram: {@code decide-on-promotion}. */
  String task();

  /** The program that the task belongs to. */
  String program(HumanTask task);

  /** The question, as the page's heading: <i>Put land-cover version 7 into production?</i> */
  String question(HumanTask task);

  /** Which groups a decider must be in at the moment of the decision, beside being named. */
  List<String> groups(HumanTask task);

  List<Choice> choices(HumanTask task);

  /** What each person did for the version, by subject id: they must not decide about it. */
  Map<String, List<String>> parts(HumanTask task);

  /** What the decider must see, from recorded facts alone: the same bytes until a fact changes. */
  Packet packet(HumanTask task);

  /** What the inbox says about it. */
  default TaskLine line(HumanTask task) {
    return new TaskLine("", task.name(), "");
  }

  /** What this person may see of the packet: not everybody of the program may see all of it. */
  TaskView view(DecisionRequest request, Person person);

  /** What is wrong with the limits that a person sets, each finding's subject the field's key. */
  default List<Finding> wrongLimits(HumanTask task, Decision decision) {
    return List.of();
  }

  /** What follows when this person signs this choice. */
  default String follows(DecisionRequest request, Choice choice) {
    return choice.hint();
  }

  /**
   * What the diagram learns from the decision, after it was recorded in the same transaction.
   *
   * @param signed all signed decisions of this process instance, this one included
   */
  Map<String, Object> variables(HumanTask task, List<SignedDecision> signed);

  /**
   * Something that may be chosen.
   *
   * @param outcome the word that is recorded
   * @param meaning what the person states by signing it (21 CFR 11.50 calls it the meaning)
   * @param hint what follows
   */
  record Choice(String outcome, String label, String meaning, String hint) {}
}
