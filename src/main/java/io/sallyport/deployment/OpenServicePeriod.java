package io.sallyport.deployment;

import io.sallyport.custody.Ledger;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Open the service period</i> of {@code model-authorization} (S13, S20): the row that says
 * what may answer, for whom and until when. A version that answered under the name until now is
 * superseded in the same transaction. Permission comes after it.
 */
@Component
class OpenServicePeriod implements JavaDelegate {

  static final String OPENED = "service-period-opened";

  private final Steps steps;
  private final Models models;
  private final Authorizations authorizations;
  private final Successions successions;
  private final ServicePeriods periods;
  private final Ledger ledger;
  private final Clock clock;

  OpenServicePeriod(
      Steps steps,
      Models models,
      Authorizations authorizations,
      Successions successions,
      ServicePeriods periods,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.authorizations = authorizations;
    this.successions = successions;
    this.periods = periods;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ServicePeriod period = period(step.modelVersion());
    Optional<ServicePeriod> predecessor = successions.supersede(step, period.service());
    periods.open(period);
    ledger.append(step.fact(OPENED, clock, payload(period, predecessor)));
  }

  private ServicePeriod period(String modelVersion) {
    Lineage lineage = Lineage.of(ledger, modelVersion);
    return new ServicePeriod(
        models.of(modelVersion).submission().endpoint().name(),
        lineage.text(ReadEndpoint.IN_SERVICE, "endpoint"),
        modelVersion,
        authorizations.authorizationId(modelVersion),
        lineage.text(ReadEndpoint.IN_SERVICE, "configuration"),
        authorizations.consumers(modelVersion),
        clock.instant(),
        authorizations.expires(modelVersion),
        false);
  }

  private static Map<String, Object> payload(
      ServicePeriod period, Optional<ServicePeriod> predecessor) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("service", period.service());
    payload.put("endpoint", period.endpoint());
    payload.put("authorizationId", period.authorizationId());
    payload.put("configuration", period.configuration());
    payload.put("consumers", period.consumers());
    payload.put("expires", period.expires().toString());
    predecessor.ifPresent(old -> payload.put(Successions.SUPERSEDES, old.modelVersion()));
    return payload;
  }
}
