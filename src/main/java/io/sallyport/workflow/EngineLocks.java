package io.sallyport.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
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

  EngineLocks(
      ApplicationContext beans,
      AllowListDeployer allowList,
      ActivityHistory activities,
      HumanTaskParseListener humanTasks) {
    this.beans = beans;
    this.allowList = allowList;
    this.activities = activities;
    this.humanTasks = humanTasks;
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
    tune(engine);
  }

  /** A due job is found within a second; many waiting jobs are taken at once. */
  private static void tune(ProcessEngineConfigurationImpl engine) {
    if (engine.getJobExecutor() instanceof DefaultJobExecutor executor) {
      executor.setMaxJobsPerAcquisition(16);
    }
    if (engine.getJobExecutor() != null) {
      engine.getJobExecutor().setWaitTimeInMillis(200);
      engine.getJobExecutor().setMaxWait(2_000);
      engine.getJobExecutor().setBackoffTimeInMillis(50);
    }
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setScriptEngineResolver(new NoScriptEngines());
  }
}
