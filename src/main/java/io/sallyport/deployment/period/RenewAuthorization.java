package io.sallyport.deployment.period;

import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Renew the authorization</i> of {@code reauthorization} (S20): the official kept the
 * version in service until another day, and the ledger confirmed it. From here on the gateway asks
 * by the new terms.
 */
@Component
class RenewAuthorization implements JavaDelegate {

  private final Steps steps;
  private final TermsInForce terms;

  RenewAuthorization(Steps steps, TermsInForce terms) {
    this.steps = steps;
    this.terms = terms;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    execution.setVariable(TermsInForce.HELD, terms.apply(step, TermsInForce.RENEWED, any -> {}));
  }
}
