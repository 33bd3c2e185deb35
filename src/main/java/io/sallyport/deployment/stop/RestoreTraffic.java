package io.sallyport.deployment.stop;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.deployment.period.Readiness;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.models.Refusals;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Restore the traffic</i> of {@code emergency-stop}: after the ledger was asked again, the
 * suspension ends and the permission comes back, last. It is asked once more in the transaction
 * that ends the suspension: what it refuses then stays stopped. What an episode holds beside the
 * stop stays suspended until that is decided.
 */
@Component
class RestoreTraffic implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ServicePeriods periods;
  private final Readiness readiness;
  private final Refusals refusals;
  private final InvokePermissions permissions;
  private final Ledger ledger;
  private final Clock clock;

  RestoreTraffic(
      Steps steps,
      Models models,
      ServicePeriods periods,
      Readiness readiness,
      Refusals refusals,
      InvokePermissions permissions,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.periods = periods;
    this.readiness = readiness;
    this.refusals = refusals;
    this.permissions = permissions;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ServicePeriod period = stopped(step.modelVersion()).orElseThrow(() -> notStopped(step));
    refusals.refuseFor(findings(period), step, Lineage.DEPLOYMENT_REFUSED);
    ResourceName endpoint = new ResourceName(period.endpoint());
    if (!period.held()) permit(endpoint);
    ledger.lock(step.modelVersion());
    Optional<ServicePeriod> now = stopped(step.modelVersion());
    if (now.isEmpty()) {
      permissions.forget(Caller.INVOKING, endpoint); // its endpoint goes with the closed period
      throw notStopped(step);
    }
    if (period.held() && !now.get().held()) {
      throw new IllegalStateException(step.modelVersion() + " was released meanwhile: once more");
    }
    resume(step, now.get());
  }

  /** Before the lock: IAM needs its time. Nobody is answered until the suspension ends. */
  private void permit(ResourceName endpoint) {
    permissions.permit(Caller.INVOKING, endpoint);
    permissions.confirm(Caller.INVOKING, endpoint, true);
  }

  private void resume(Step step, ServicePeriod period) {
    List<Finding> findings = findings(period);
    if (!findings.isEmpty() || period.held()) {
      permissions.withdraw(Caller.INVOKING, new ResourceName(period.endpoint()));
    }
    refusals.refuseFor(findings, step, Lineage.DEPLOYMENT_REFUSED);
    periods.resume(step.modelVersion());
    if (period.held()) {
      ledger.append(
          step.fact(
              "service-stays-suspended", clock, Map.of("because", "an episode is not decided")));
    } else {
      answerAgain(step, period);
    }
  }

  private void answerAgain(Step step, ServicePeriod period) {
    ledger.append(
        step.fact(
            "service-restored",
            clock,
            Map.of(
                "modelDigest", models.of(step.modelVersion()).trainedDigest(),
                "endpoint", period.endpoint(),
                "configuration", period.configuration())));
    models.enter(step.modelVersion(), Set.of(State.SUSPENDED), State.IN_SERVICE);
  }

  private List<Finding> findings(ServicePeriod period) {
    return readiness.findings(period.modelVersion(), period.endpoint(), period.configuration());
  }

  /** The ledger has just confirmed the version, so that its suspended period must be there. */
  private Optional<ServicePeriod> stopped(String modelVersion) {
    return periods.of(modelVersion).filter(ServicePeriod::stopped);
  }

  private static IllegalStateException notStopped(Step step) {
    return new IllegalStateException(step.modelVersion() + " has no stopped service period");
  }
}
