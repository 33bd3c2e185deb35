package io.sallyport.authority;

import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;

/** What a stage says about a human task of its diagram. The stage that owns it implements it. */
public interface TaskPage extends Signable {

  /** What the inbox says about it. */
  default TaskLine line(HumanTask task) {
    return new TaskLine("", task.name(), "");
  }

  /** What this person may see of the packet: not everybody of the program may see all of it. */
  TaskView view(DecisionRequest request, Person person);

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
