package io.sallyport.processes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which sequence flows the engine took, in transactions that were committed. */
final class Footprints extends AbstractProcessEnginePlugin {

  private final Set<String> taken = Collections.synchronizedSet(new TreeSet<>());

  /** {@code <process> <flow>} of each. */
  Set<String> taken() {
    return Set.copyOf(taken);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).ifPresent(listeners::addAll);
    listeners.add(new Tracker());
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  private final class Tracker extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
      String process = ((ProcessDefinitionEntity) flow.getProcessDefinition()).getKey();
      ExecutionListener listener = execution -> taken(process, execution);
      flow.addListener(ExecutionListener.EVENTNAME_TAKE, listener);
    }

    private void taken(String process, DelegateExecution execution) {
      String flow = process + " " + execution.getCurrentTransitionId();
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              taken.add(flow);
            }
          });
    }
  }
}
