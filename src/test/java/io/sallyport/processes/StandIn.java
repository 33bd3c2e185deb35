package io.sallyport.processes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands in for the delegate or listener of the same name: does what the case's script says. */
record StandIn(String name, Scripts scripts) implements JavaDelegate, TaskListener {

  /** The script of each case, by its business key. */
  static final class Scripts {
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    Script of(String businessKey) {
      return scripts.computeIfAbsent(businessKey, key -> new Script());
    }
  }

  @Override
  public void execute(DelegateExecution execution) {
    Script script = scripts.of(execution.getProcessBusinessKey());
    script.next(name).at(execution);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            script.carriedOut(name);
          }
        });
  }

  @Override
  public void notify(DelegateTask task) {
    execute(task.getExecution());
  }
}
