package io.sallyport.gates.approval;

import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationFacts;
import io.sallyport.rules.authorization.AuthorizationRules;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Write the approval record</i> of {@code gate-3-authorization} (S12): that Gate 3 was
 * passed, until when and for whom, naming each signed envelope. The book is asked once more: a
 * count that a diagram made is not believed.
 */
@Component
class WriteApprovalRecord implements JavaDelegate {

  private final Steps steps;
  private final Authorizations authorizations;
  private final Ledger ledger;
  private final Clock clock;

  WriteApprovalRecord(Steps steps, Authorizations authorizations, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.authorizations = authorizations;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    AuthorizationFacts facts = authorizations.facts(step.modelVersion());
    List<Finding> findings = AuthorizationRules.BOOK.check(facts);
    if (!findings.isEmpty()) {
      throw new IllegalStateException("The diagram passed what the book refuses: " + findings);
    }
    ledger.append(
        step.fact(
            Lineage.GATE_3_PASSED,
            clock,
            Map.of(
                "modelDigest", facts.modelDigest(),
                "approvalsNeeded", facts.naming().approvalsNeeded(),
                "expires", facts.expires().toString(),
                "consumers", authorizations.consumers(step.modelVersion()),
                "envelopes", envelopes(step.modelVersion()))));
  }

  private List<String> envelopes(String modelVersion) {
    return Lineage.of(ledger, modelVersion).all(Lineage.DECISION_SIGNED).stream()
        .map(RecordedFact::payload)
        .map(payload -> payload.path("envelope").asText())
        .toList();
  }
}
