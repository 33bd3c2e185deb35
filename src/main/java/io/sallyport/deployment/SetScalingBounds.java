package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.AlarmDefinition;
import io.sallyport.aws.serving.Alarms;
import io.sallyport.aws.serving.Bounds;
import io.sallyport.aws.serving.ScalingBounds;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Models;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Set the scaling bounds and alarms</i> of {@code deployment} (S16, S17). */
@Component
class SetScalingBounds implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ScalingBounds bounds;
  private final Alarms alarms;
  private final Settings settings;
  private final Ledger ledger;
  private final Clock clock;

  SetScalingBounds(
      Steps steps,
      Models models,
      ScalingBounds bounds,
      Alarms alarms,
      Settings settings,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.bounds = bounds;
    this.alarms = alarms;
    this.settings = settings;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    Submission.Endpoint asked = models.of(step.modelVersion()).submission().endpoint();
    ResourceName endpoint = new ResourceName(Step.text(execution, "endpoint"));
    bounds.set(
        endpoint,
        new Bounds(
            asked.minimumInstances(), asked.maximumInstances(), settings.invocationsPerInstance()));
    alarms.put(
        new AlarmDefinition(
            OwnEndpoint.alarm(endpoint),
            endpoint.value(),
            "Invocation5XXErrors",
            "Sum",
            0,
            Duration.ofMinutes(1),
            1));
    ledger.append(
        step.fact(
            "scaling-bounds-set",
            clock,
            Map.of(
                "endpoint", endpoint.value(),
                "minimumInstances", asked.minimumInstances(),
                "maximumInstances", asked.maximumInstances())));
  }
}
