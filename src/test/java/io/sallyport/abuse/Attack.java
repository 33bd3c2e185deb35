package io.sallyport.abuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * What an attacker does who reaches the engine's own API: deploys, starts, runs every job, reads
 * and sends every form. Tells all that the engine answered; leaves nothing behind.
 */
final class Attack {

  private static final String KEY = "hostile";

  /** A job that fails is tried again: its retry cycle is read then. */
  private static final int TRIES = 2;

  private final ProcessEngine engine;
  private final List<String> answers = new ArrayList<>();

  Attack(ProcessEngine engine) {
    this.engine = engine;
  }

  /** All that was refused on the way, word for word; empty when everything went through. */
  String by(Payload payload) {
    tried(() -> deploy(payload));
    return String.join("; ", answers);
  }

  private void deploy(Payload payload) {
    Deployment deployed =
        engine
            .getRepositoryService()
            .createDeployment()
            .addString(payload.file(), payload.text())
            .deploy();
    try {
      if (payload.file().endsWith(".dmn")) tried(() -> decide(payload));
      else run();
    } finally {
      engine.getRepositoryService().deleteDeployment(deployed.getId(), true);
    }
  }

  /** A Java object is given only to a payload that asks for one. */
  private void decide(Payload payload) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("a", "x");
    if (payload.text().contains("visitor")) {
      variables.put("visitor", new Witness());
      Witness.forget();
    }
    engine.getDecisionService().evaluateDecisionTableByKey(KEY, variables);
  }

  private void run() {
    tried(this::readStartForm);
    tried(() -> engine.getRuntimeService().startProcessInstanceByKey(KEY, "case-1"));
    for (int attempt = 0; attempt < TRIES; attempt++) {
      for (Job job : engine.getManagementService().createJobQuery().list()) {
        if (KEY.equals(job.getProcessDefinitionKey())) {
          tried(() -> engine.getManagementService().executeJob(job.getId()));
        }
      }
    }
    for (Task task : engine.getTaskService().createTaskQuery().processDefinitionKey(KEY).list()) {
      tried(() -> engine.getFormService().getTaskFormData(task.getId()));
      tried(() -> engine.getFormService().getTaskFormVariables(task.getId()));
      tried(() -> engine.getFormService().submitTaskForm(task.getId(), Map.of("f", "x")));
    }
  }

  private void readStartForm() {
    var definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(KEY)
            .singleResult();
    engine.getFormService().getStartFormData(definition.getId());
  }

  private void tried(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException refused) {
      for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
        answers.add(String.valueOf(cause.getMessage()));
      }
    }
  }
}
