package io.sallyport.deployment;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.rules.Refused;
import io.sallyport.workflow.Processes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stop always, bypass never (F37): one named person stops a version in service within the
 * transaction of the request; only a second one restores it, and the ledger is asked again.
 */
@Component
public class EmergencyStops {

  private static final List<Role> STOPPERS =
      List.of(Role.OPERATOR, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL);

  private static final int GROUNDS_LENGTH_MIN = 10;
  private static final int GROUNDS_LENGTH_MAX = 2_000;

  private final Models models;
  private final ServicePeriods periods;
  private final Processes processes;
  private final Ledger ledger;
  private final Clock clock;

  EmergencyStops(
      Models models, ServicePeriods periods, Processes processes, Ledger ledger, Clock clock) {
    this.models = models;
    this.periods = periods;
    this.processes = processes;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Whether the person may stop this version. */
  public boolean mayStop(Person person, ModelVersion version) {
    return !person.machine()
        && STOPPERS.stream().anyMatch(role -> person.is(role, version.program()));
  }

  /** Suspends the service period now, and starts the process that takes the permission away. */
  @Transactional
  public void stop(String modelVersion, Person person, String grounds) {
    ModelVersion version = models.of(modelVersion);
    requireMay(person, version);
    requireGrounds(grounds);
    ledger.lock(modelVersion);
    ServicePeriod period =
        periods
            .of(modelVersion)
            .filter(open -> !open.suspended())
            .orElseThrow(
                () ->
                    new Refused(
                        "emergency-stop/the-version-is-in-service",
                        modelVersion,
                        models.of(modelVersion).state(),
                        "a version in service"));
    periods.suspend(modelVersion);
    ledger.append(
        new Fact(
            DecideAfterStop.STOPPED,
            1,
            modelVersion,
            person.subject(),
            Optional.empty(),
            clock.instant(),
            Optional.empty(),
            Map.of(
                "endpoint", period.endpoint(),
                "name", person.name(),
                "grounds", grounds.strip())));
    models.enter(modelVersion, State.SUSPENDED);
    processes.start("emergency-stop", modelVersion, start(version));
  }

  private static Map<String, Object> start(ModelVersion version) {
    return Map.of(
        "modelVersionId", version.id(),
        "program", version.program(),
        "deciders", new ArrayList<>(DecideAfterStop.deciders(version.program())));
  }

  private void requireMay(Person person, ModelVersion version) {
    if (!mayStop(person, version)) {
      throw new Forbidden(
          "emergency-stop/who-may-stop",
          person.username(),
          "none of them in " + version.program(),
          STOPPERS.stream().map(role -> new Membership(version.program(), role).group()).toList());
    }
  }

  private static void requireGrounds(String grounds) {
    int length = grounds.strip().length();
    if (length < GROUNDS_LENGTH_MIN || length > GROUNDS_LENGTH_MAX) {
      throw new Refused(
          "emergency-stop/grounds-are-stated",
          "grounds",
          length + " characters",
          GROUNDS_LENGTH_MIN + " to " + GROUNDS_LENGTH_MAX + " characters");
    }
  }
}
