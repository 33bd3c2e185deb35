package io.sallyport.deployment.stop;

import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.Processes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A version stops answering now (F37; design, trust 8): its service period, its state, the fact and
 * the case that takes the permission away are one transaction, whoever ordered it. That case then
 * asks a person what becomes of the version.
 */
@Component
class Suspensions {

  /** The period opens before invocation is permitted: from then on a stop counts. */
  private static final Set<State> MAY_ANSWER = Set.of(State.IN_PROGRESS, State.IN_SERVICE);

  private final Models models;
  private final ServicePeriods periods;
  private final Processes processes;
  private final Ledger ledger;
  private final Clock clock;

  Suspensions(
      Models models, ServicePeriods periods, Processes processes, Ledger ledger, Clock clock) {
    this.models = models;
    this.periods = periods;
    this.processes = processes;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Who stops it, and why.
   *
   * @param actor subject id of the person, or {@link Fact#SALLYPORT}
   */
  record Order(String actor, String name, String grounds) {}

  /** Suspends what answers, in the caller's transaction, which holds the lock of the version. */
  void suspend(ModelVersion version, Order order) {
    periods.suspend(version.id());
    ledger.append(stopped(version, order));
    models.enter(version.id(), MAY_ANSWER, State.SUSPENDED);
    processes.start("emergency-stop", version.id(), variables(version));
  }

  private Fact stopped(ModelVersion version, Order order) {
    return new Fact(
        DecideAfterStop.STOPPED,
        1,
        version.id(),
        order.actor(),
        Optional.empty(),
        clock.instant(),
        Optional.empty(),
        Map.of(
            "endpoint", version.submission().endpoint().name(),
            "name", order.name(),
            "grounds", order.grounds()));
  }

  private static Map<String, Object> variables(ModelVersion version) {
    return Map.of(
        "modelVersionId", version.id(),
        "program", version.program(),
        "deciders", new ArrayList<>(DecideAfterStop.deciders(version.program())));
  }
}
