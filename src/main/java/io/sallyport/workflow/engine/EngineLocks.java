package io.sallyport.workflow.engine;

import io.sallyport.workflow.Settings;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The engine's locks, on from the first day ({@code docs/security.md}): a 'no' that nobody catches
 * stops the instance; expressions are names and comparisons; no script runs; variables are JSON;
 * authorization is checked; history is complete.
 */
@Component
class EngineLocks extends AbstractProcessEnginePlugin {

  private final ApplicationContext beans;
  private final AllowListDeployer allowList;
  private final ActivityHistory activities;
  private final HumanTaskParseListener humanTasks;
  private final NodeLocks nodeLocks;
  private final Settings settings;

  EngineLocks(
      ApplicationContext beans,
      AllowListDeployer allowList,
      ActivityHistory activities,
      HumanTaskParseListener humanTasks,
      NodeLocks nodeLocks,
      Settings settings) {
    this.beans = beans;
    this.allowList = allowList;
    this.activities = activities;
    this.humanTasks = humanTasks;
    this.nodeLocks = nodeLocks;
    this.settings = settings;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    engine.setAuthorizationEnabled(true);
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(false);
    engine.setDefaultSerializationFormat("application/json");
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setDeserializationAllowedPackages("java.lang,java.util");
    engine.setHistoryCleanupEnabled(false);
    engine.setDmnFeelEnableLegacyBehavior(false);
    engine.setCustomPreDeployers(new ArrayList<>(List.of(allowList)));
    engine.setCustomHistoryEventHandlers(new ArrayList<HistoryEventHandler>(List.of(activities)));
    List<BpmnParseListener> listeners =
        engine.getCustomPostBPMNParseListeners() == null
            ? new ArrayList<>()
            : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
    listeners.add(humanTasks);
    engine.setCustomPostBPMNParseListeners(listeners);
    if (engine instanceof SpringProcessEngineConfiguration spring) {
      spring.setExpressionManager(new RestrictedExpressions(beans, spring.getBeans()));
    }
    if (engine.getJobExecutor() != null) {
      tune(engine.getJobExecutor());
    }
  }

  /** A due job is found within a second; what a killed node had in hand is found by its name. */
  private void tune(JobExecutor executor) {
    executor.setWaitTimeInMillis(200);
    executor.setMaxWait(2_000);
    executor.setBackoffTimeInMillis(50);
    executor.setLockOwner(nodeLocks.owner());
    executor.setLockTimeInMillis(Math.toIntExact(settings.lockTime().toMillis()));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setScriptEngineResolver(new NoScriptEngines());
  }
}
