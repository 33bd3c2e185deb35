package io.sallyport.workflow.engine;

import io.sallyport.workflow.HumanTask;
import io.sallyport.workflow.HumanTaskListener;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells every user task of every diagram to the {@link HumanTaskListener}s. */
@Component
class HumanTaskParseListener extends AbstractBpmnParseListener {

  private final ObjectProvider<HumanTaskListener> listeners;

  HumanTaskParseListener(ObjectProvider<HumanTaskListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
      TaskDefinition definition = behavior.getTaskDefinition();
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::ended);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::ended);
    }
  }

  private void created(DelegateTask task) {
    HumanTask human = humanTask(task);
    listeners.forEach(listener -> listener.created(human));
  }

  private void ended(DelegateTask task) {
    listeners.forEach(listener -> listener.ended(task.getId()));
  }

  private static HumanTask humanTask(DelegateTask task) {
    ExecutionEntity execution = (ExecutionEntity) task.getExecution();
    List<String> groups =
        task.getCandidates().stream().map(IdentityLink::getGroupId).filter(g -> g != null).toList();
    return new HumanTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        execution.getProcessBusinessKey(),
        task.getProcessInstanceId(),
        execution.getRootProcessInstanceId(),
        Optional.ofNullable(task.getAssignee()),
        groups,
        task.getCreateTime().toInstant(),
        Optional.ofNullable(task.getDueDate()).map(Date::toInstant));
  }
}
