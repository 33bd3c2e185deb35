package io.sallyport.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Completes tasks, as the person who decided, so that the engine checks them as well. */
@Component
public class HumanTasks {

  private final TaskService tasks;
  private final IdentityService identities;

  HumanTasks(TaskService tasks, IdentityService identities) {
    this.tasks = tasks;
    this.identities = identities;
  }

  /** Completes the task in the caller's transaction; the engine refuses a stranger (R10). */
  @Transactional(propagation = Propagation.MANDATORY)
  public void complete(
      String taskId, String person, List<String> groups, Map<String, Object> variables) {
    identities.setAuthentication(person, new ArrayList<>(groups));
    try {
      tasks.complete(taskId, new HashMap<>(variables));
    } finally {
      identities.clearAuthentication();
    }
  }
}
