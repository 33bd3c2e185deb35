package io.sallyport.models;

import io.sallyport.custody.Ledger;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.Step;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.springframework.stereotype.Component;

/**
 * A business <i>no</i> inside a process: recorded as a fact, and raised as the BPMN error of the
 * same name, which the diagram catches. The engine commits both together.
 */
@Component
public class Refusals {

  private final Ledger ledger;
  private final Clock clock;

  Refusals(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Nothing, if there are no findings.
   *
   * @param kind of the fact, and code of the error: {@link Lineage#TRAINING_REJECTED}, {@link
   *     Lineage#DEPLOYMENT_REFUSED}
   * @throws BpmnError with the first finding
   */
  public void refuseFor(List<Finding> findings, Step step, String kind) {
    if (!findings.isEmpty()) {
      ledger.append(step.fact(kind, clock, Map.of("findings", Findings.json(findings))));
      throw new BpmnError(kind, Findings.firstOf(findings));
    }
  }
}
