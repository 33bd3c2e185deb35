package io.sallyport.monitoring;

import io.sallyport.custody.Ledger;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Expect a retrained version</i> of {@code reauthorization} (F17): the official wants a new
 * version of the model, which passes all gates. This one stays as it is, answering or suspended,
 * until that takes its place or its authorization ends.
 */
@Component
class ExpectRetraining implements JavaDelegate {

  static final String EXPECTED = "retraining-expected";

  private final Steps steps;
  private final Models models;
  private final Ledger ledger;
  private final Clock clock;

  ExpectRetraining(Steps steps, Models models, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.models = models;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    String model = models.of(step.modelVersion()).model();
    ledger.append(step.fact(EXPECTED, clock, Map.of("model", model)));
  }
}
