package io.sallyport.deployment.period;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Bounds;
import io.sallyport.aws.serving.ScalingBounds;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Authorizations;
import io.sallyport.rules.authorization.Terms;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Tighten the terms</i> of {@code reauthorization} (S16, S20, F32): the official left the
 * version fewer principals, fewer instances, or an earlier end. Whoever was taken away is refused
 * from the commit of this step on.
 */
@Component
class TightenTerms implements JavaDelegate {

  private final Steps steps;
  private final Authorizations authorizations;
  private final TermsInForce terms;
  private final ScalingBounds bounds;

  TightenTerms(
      Steps steps, Authorizations authorizations, TermsInForce terms, ScalingBounds bounds) {
    this.steps = steps;
    this.authorizations = authorizations;
    this.terms = terms;
    this.bounds = bounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    Terms now = authorizations.terms(step.modelVersion());
    execution.setVariable(
        TermsInForce.HELD, terms.apply(step, TermsInForce.TIGHTENED, open -> bound(open, now)));
  }

  private void bound(ServicePeriod open, Terms now) {
    ResourceName endpoint = new ResourceName(open.endpoint());
    int perInstance =
        bounds
            .read(endpoint)
            .map(Bounds::invocationsPerInstance)
            .orElseThrow(() -> new IllegalStateException(endpoint + " has no scaling bounds"));
    bounds.set(endpoint, new Bounds(now.minimumInstances(), now.maximumInstances(), perInstance));
  }
}
