package io.sallyport.deployment;

import io.sallyport.custody.Ledger;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Open the service period</i> of {@code model-authorization} (S13, S20): the row that says
 * what may answer, for whom and until when. Permission comes after it.
 */
@Component
class OpenServicePeriod implements JavaDelegate {

  static final String OPENED = "service-period-opened";

  private final Steps steps;
  private final Authorizations authorizations;
  private final ServicePeriods periods;
  private final Ledger ledger;
  private final Clock clock;

  OpenServicePeriod(
      Steps steps,
      Authorizations authorizations,
      ServicePeriods periods,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.authorizations = authorizations;
    this.periods = periods;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    Lineage lineage = Lineage.of(ledger, step.modelVersion());
    ServicePeriod period =
        new ServicePeriod(
            lineage.text(ReadEndpoint.IN_SERVICE, "endpoint"),
            step.modelVersion(),
            authorizations.authorizationId(step.modelVersion()),
            lineage.text(ReadEndpoint.IN_SERVICE, "configuration"),
            authorizations.consumers(step.modelVersion()),
            clock.instant(),
            authorizations.expires(step.modelVersion()),
            false);
    periods.open(period);
    ledger.append(
        step.fact(
            OPENED,
            clock,
            Map.of(
                "endpoint", period.endpoint(),
                "authorizationId", period.authorizationId(),
                "configuration", period.configuration(),
                "consumers", period.consumers(),
                "expires", period.expires().toString())));
  }
}
