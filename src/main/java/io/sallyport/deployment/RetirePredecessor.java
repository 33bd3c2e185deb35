package io.sallyport.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.ResourceName;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.period.Successions;
import io.sallyport.models.Lineage;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Retire the predecessor</i> of {@code model-authorization} (design, trust 8): the version
 * whose place this one took loses permission, endpoint and approval. Without a predecessor there is
 * nothing to do.
 */
@Component
class RetirePredecessor implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final Successions successions;
  private final EndpointRemoval removal;
  private final Ledger ledger;

  RetirePredecessor(
      Steps steps, Models models, Successions successions, EndpointRemoval removal, Ledger ledger) {
    this.steps = steps;
    this.models = models;
    this.successions = successions;
    this.removal = removal;
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    JsonNode predecessor =
        Lineage.of(ledger, step.modelVersion())
            .payload(Lineage.SERVICE_PERIOD_OPENED)
            .path(Successions.SUPERSEDES);
    if (predecessor.isTextual()) {
      retire(predecessor.asText(), step);
    }
  }

  private void retire(String predecessor, Step step) {
    String endpoint =
        Lineage.of(ledger, predecessor).text(Lineage.SERVICE_PERIOD_OPENED, "endpoint");
    String because = "Superseded by " + step.modelVersion();
    removal.remove(models.of(predecessor), new ResourceName(endpoint), because);
    ledger.append(
        successions.about(
            predecessor,
            step,
            EndpointRemoval.REMOVED,
            Map.of("endpoint", endpoint, "because", because)));
  }
}
