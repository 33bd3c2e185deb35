package io.sallyport.deployment.period;

import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A version is held while an episode about it is undecided (S19, S20): row, state and fact in one
 * transaction. An emergency stop is another reason not to answer, and neither ends the other.
 */
@Component
class Holds {

  /** It may be stopped already, and the period opens before invocation is permitted. */
  private static final Set<State> MAY_ANSWER =
      Set.of(State.IN_PROGRESS, State.IN_SERVICE, State.SUSPENDED);

  private final Models models;
  private final ServicePeriods periods;
  private final Ledger ledger;
  private final Clock clock;

  Holds(Models models, ServicePeriods periods, Ledger ledger, Clock clock) {
    this.models = models;
    this.periods = periods;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Holds the open period of a version that the caller has locked; once is enough. */
  void hold(Step step, ServicePeriod open, String because) {
    if (open.held()) return;
    periods.hold(step.modelVersion());
    ledger.append(
        step.fact(
            "service-suspended", clock, Map.of("endpoint", open.endpoint(), "because", because)));
    models.enter(step.modelVersion(), MAY_ANSWER, State.SUSPENDED);
  }

  /** Ends it; what an emergency stop keeps from answering stays so. */
  void release(Step step, ServicePeriod open) {
    periods.release(step.modelVersion());
    if (open.stopped()) {
      ledger.append(
          step.fact("service-stays-suspended", clock, Map.of("because", "an emergency stop")));
    } else {
      ledger.append(
          step.fact(
              "service-resumed",
              clock,
              Map.of(
                  "modelDigest", models.of(step.modelVersion()).trainedDigest(),
                  "endpoint", open.endpoint(),
                  "configuration", open.configuration())));
      models.enter(step.modelVersion(), Set.of(State.SUSPENDED), State.IN_SERVICE);
    }
  }
}
