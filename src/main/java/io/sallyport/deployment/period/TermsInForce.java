package io.sallyport.deployment.period;

import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Authorizations;
import io.sallyport.rules.authorization.Terms;
import io.sallyport.workflow.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The service period follows the ledger (S13, S20): what the signed decisions come to is what the
 * gateway asks by. The terms are never those of a variable or a form.
 */
@Component
class TermsInForce {

  static final String RENEWED = "authorization-renewed";
  static final String TIGHTENED = "terms-tightened";

  /** The variable that says whether the version was suspended until the decision. */
  static final String HELD = "held";

  private final Authorizations authorizations;
  private final ServicePeriods periods;
  private final Ledger ledger;
  private final Clock clock;

  TermsInForce(Authorizations authorizations, ServicePeriods periods, Ledger ledger, Clock clock) {
    this.authorizations = authorizations;
    this.periods = periods;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Puts the terms into force for a version that the caller has locked; a period that was closed
   * meanwhile has none any more.
   *
   * @param kind of the fact
   * @param outside what must follow outside the database
   * @return whether the version is held
   */
  boolean apply(Step step, String kind, Consumer<ServicePeriod> outside) {
    Optional<ServicePeriod> open = periods.of(step.modelVersion());
    if (open.isEmpty()) {
      ledger.append(ServicePeriods.closedBefore(step, clock));
      return false;
    }
    Terms terms = authorizations.terms(step.modelVersion());
    outside.accept(open.get());
    periods.change(step.modelVersion(), terms);
    ledger.append(
        step.fact(
            kind,
            clock,
            Map.of(
                "expires", terms.expires().toString(),
                "consumers", terms.consumers(),
                "minimumInstances", terms.minimumInstances(),
                "maximumInstances", terms.maximumInstances())));
    return open.get().held();
  }
}
