package io.sallyport.deployment.period;

import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.Refusals;
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
 * superseded in the same transaction, but not before the ledger allows this one to take its place.
 * Permission comes after it.
 */
@Component
class OpenServicePeriod implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final Authorizations authorizations;
  private final Readiness readiness;
  private final Refusals refusals;
  private final Successions successions;
  private final ServicePeriods periods;
  private final Ledger ledger;
  private final Clock clock;

  OpenServicePeriod(
      Steps steps,
      Models models,
      Authorizations authorizations,
      Readiness readiness,
      Refusals refusals,
      Successions successions,
      ServicePeriods periods,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.authorizations = authorizations;
    this.readiness = readiness;
    this.refusals = refusals;
    this.successions = successions;
    this.periods = periods;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    String service = version.submission().endpoint().name();
    Optional<ServicePeriod> predecessor = successions.hold(version.id(), service);
    Lineage lineage = Lineage.of(ledger, version.id());
    String endpoint = lineage.text(Lineage.ENDPOINT_IN_SERVICE, "endpoint");
    String configuration = lineage.text(Lineage.ENDPOINT_IN_SERVICE, "configuration");
    refusals.refuseFor(
        readiness.findings(version.id(), endpoint, configuration),
        step,
        Lineage.DEPLOYMENT_REFUSED);
    predecessor.ifPresent(old -> successions.supersede(step, old));
    ServicePeriod period = period(version, endpoint, configuration);
    periods.open(period);
    ledger.append(
        step.fact(Lineage.SERVICE_PERIOD_OPENED, clock, payload(version, period, predecessor)));
  }

  private ServicePeriod period(ModelVersion version, String endpoint, String configuration) {
    return new ServicePeriod(
        version.submission().endpoint().name(),
        endpoint,
        version.id(),
        authorizations.authorizationId(version.id()),
        configuration,
        authorizations.consumers(version.id()),
        clock.instant(),
        authorizations.expires(version.id()),
        false,
        false);
  }

  private static Map<String, Object> payload(
      ModelVersion version, ServicePeriod period, Optional<ServicePeriod> predecessor) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("modelDigest", version.trainedDigest());
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
