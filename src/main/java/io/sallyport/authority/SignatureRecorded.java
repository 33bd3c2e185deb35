package io.sallyport.authority;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Listener of every task that is decided by signature: a task that is completed without one, by
 * whatever way, stays open (F02).
 */
@Component
class SignatureRecorded implements TaskListener {

  private final DecisionRecords records;

  SignatureRecorded(DecisionRecords records) {
    this.records = records;
  }

  @Override
  public void notify(DelegateTask task) {
    if (!records.isSigned(task.getId())) {
      throw new IllegalStateException(
          "authorization/a-task-is-completed-by-signature: task "
              + task.getId()
              + " has no recorded signature");
    }
  }
}
