package io.sallyport.deployment.period;

import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.Processes;
import io.sallyport.workflow.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * One version takes the place of another under a service name (S19; design, trust 8): the
 * predecessor has its facts and its state in the transaction that opens the successor's period, so
 * that no stop that waits for a decision about it can bring it back, and no episode asks on.
 */
@Component
public class Successions {

  /** In the fact of an opened period: the version whose place it took. */
  public static final String SUPERSEDES = "supersedes";

  static final String CLOSED = "service-period-closed";

  private static final Set<State> ANSWERED =
      Set.of(State.IN_PROGRESS, State.IN_SERVICE, State.SUSPENDED);

  private final Models models;
  private final ServicePeriods periods;
  private final Processes processes;
  private final Ledger ledger;
  private final Clock clock;

  Successions(
      Models models, ServicePeriods periods, Processes processes, Ledger ledger, Clock clock) {
    this.models = models;
    this.periods = periods;
    this.processes = processes;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What is open under the name, if anything. Holds both versions, the smaller id first: two steps
   * that hold the same two never wait for each other. If another version came between look and
   * lock, this is tried again.
   */
  Optional<ServicePeriod> hold(String modelVersion, String service) {
    Optional<ServicePeriod> seen = periods.at(service);
    Stream.concat(Stream.of(modelVersion), seen.map(ServicePeriod::modelVersion).stream())
        .sorted()
        .forEach(ledger::lock);
    Optional<ServicePeriod> held = periods.at(service);
    if (!version(seen).equals(version(held))) {
      throw new IllegalStateException("Another version has just come to answer as " + service);
    }
    return held;
  }

  private static Optional<String> version(Optional<ServicePeriod> period) {
    return period.map(ServicePeriod::modelVersion);
  }

  /** Closes what was open under the name, which is held. */
  void supersede(Step step, ServicePeriod predecessor) {
    String old = predecessor.modelVersion();
    periods.close(old);
    ledger.append(
        about(
            old,
            step,
            CLOSED,
            Map.of("service", predecessor.service(), "supersededBy", step.modelVersion())));
    ledger.append(
        about(
            old,
            step,
            Lineage.SUPERSEDED,
            Map.of("because", "Superseded in service by " + step.modelVersion())));
    models.enter(old, ANSWERED, State.SUPERSEDED);
    processes.tellAbout(old, ServicePeriods.ENDED);
  }

  /** A fact about the predecessor, recorded at a step of its successor. */
  public Fact about(String predecessor, Step step, String kind, Map<String, Object> payload) {
    return new Fact(
        kind,
        1,
        predecessor,
        Fact.SALLYPORT,
        Optional.empty(),
        clock.instant(),
        Optional.of(step.origin()),
        payload);
  }
}
