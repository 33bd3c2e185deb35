package io.sallyport.models.ending;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Person;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.rules.Refused;
import io.sallyport.workflow.CaseTransaction;
import io.sallyport.workflow.Processes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a version back until deployment begins: only whoever submitted it may. */
@Component
public class Withdrawals {

  private static final String ASKED = "withdrawal-asked";

  private final Models models;
  private final Ledger ledger;
  private final Processes processes;
  private final CaseTransaction transaction;
  private final Clock clock;

  Withdrawals(
      Models models, Ledger ledger, Processes processes, CaseTransaction transaction, Clock clock) {
    this.models = models;
    this.ledger = ledger;
    this.processes = processes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Whether the person may withdraw this version now, and has not done so already. */
  public boolean mayWithdraw(Person person, ModelVersion version) {
    return !person.machine()
        && version.isSubmittedBy(person)
        && version.state() == State.IN_PROGRESS
        && Lineage.of(ledger, version.id()).newest(ASKED).isEmpty();
  }

  /** Tells the case, which stops its jobs and records the withdrawal. */
  public void withdraw(String modelVersion, Person person) {
    transaction.run(() -> tell(modelVersion, person));
  }

  private void tell(String modelVersion, Person person) {
    ledger.lock(modelVersion);
    ModelVersion version = models.of(modelVersion);
    if (!version.isSubmittedBy(person)) {
      throw new Forbidden(
          "withdrawal/the-submitter-withdraws",
          person.username(),
          "not who submitted " + modelVersion,
          version.submitterName());
    }
    boolean told =
        version.state() == State.IN_PROGRESS
            && version
                .rootInstance()
                .map(root -> processes.tell(root, "model-version-withdrawn"))
                .orElse(false);
    if (!told) {
      throw new Refused(
          "withdrawal/deployment-has-not-begun",
          modelVersion,
          version.state() == State.IN_PROGRESS ? "being deployed" : version.state(),
          "on its way through training and gates");
    }
    ledger.append(
        new Fact(
            ASKED,
            1,
            modelVersion,
            person.subject(),
            Optional.empty(),
            clock.instant(),
            Optional.empty(),
            Map.of("name", person.name())));
  }
}
