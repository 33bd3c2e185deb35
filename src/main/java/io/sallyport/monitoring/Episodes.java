package io.sallyport.monitoring;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Role;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Findings;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.Processes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens episodes (S19, S20): row, fact and the case that asks about the version are one
 * transaction, and an index lets only one be open, however many find a reason at once.
 */
@Component
public class Episodes {

  static final String OPENED = "episode-opened";
  static final String FINDING_ADDED = "episode-finding-added";
  static final String CLOSED = "episode-closed";

  private static final String NO_LEVEL = "none";

  private final EpisodeRows rows;
  private final Models models;
  private final InService inService;
  private final Processes processes;
  private final Ledger ledger;
  private final Clock clock;

  Episodes(
      EpisodeRows rows,
      Models models,
      InService inService,
      Processes processes,
      Ledger ledger,
      Clock clock) {
    this.rows = rows;
    this.models = models;
    this.inService = inService;
    this.processes = processes;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Opens an episode, or adds to the one that is open, in the caller's transaction, which holds the
   * lock of the version.
   *
   * @return whether it was opened now
   * @throws IllegalStateException when the version has no open service period
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean open(Opening opening) {
    ServicePeriod period =
        inService
            .of(opening.modelVersion())
            .orElseThrow(
                () -> new IllegalStateException(opening.modelVersion() + " is not in service"));
    boolean isNew = rows.insert(opening).isPresent();
    if (isNew) {
      ledger.append(fact(OPENED, opening));
      processes.begin(OPENED, opening.modelVersion(), variables(opening, period));
    } else {
      rows.add(opening);
      ledger.append(fact(FINDING_ADDED, opening));
    }
    return isNew;
  }

  /** The open episode about a version. */
  public Optional<Episode> about(String modelVersion) {
    return rows.open(modelVersion);
  }

  /** The drift of a version that was decided about last. */
  public Optional<DecidedDrift> decidedDrift(String modelVersion) {
    return rows.decidedDrift(modelVersion);
  }

  /** Closes the open episode of a version that the caller has locked. */
  void close(String modelVersion, Fact closed, String outcome) {
    rows.close(modelVersion, outcome);
    ledger.append(closed);
  }

  private Fact fact(String kind, Opening opening) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("reason", opening.reason().word());
    opening.level().ifPresent(level -> payload.put("level", level.word()));
    payload.put("because", opening.because());
    payload.put("findings", Findings.json(opening.findings()));
    payload.put("name", opening.by().name());
    return new Fact(
        kind,
        1,
        opening.modelVersion(),
        opening.by().actor(),
        Optional.empty(),
        clock.instant(),
        Optional.empty(),
        payload);
  }

  private Map<String, Object> variables(Opening opening, ServicePeriod period) {
    ModelVersion version = models.of(opening.modelVersion());
    return Map.of(
        "modelVersionId", version.id(),
        "program", version.program(),
        "tier", version.tier().word(),
        "reason", opening.reason().word(),
        "level", opening.level().map(Level::word).orElse(NO_LEVEL),
        "recommenders", groups(version, Role.TECHNICAL_AUTHORITY),
        "officials", groups(version, Role.AUTHORIZING_OFFICIAL),
        "authorizationEnds", Date.from(period.expires()));
  }

  /** A list that the engine stores as JSON. */
  private static List<String> groups(ModelVersion version, Role role) {
    return new ArrayList<>(List.of(new Membership(version.program(), role).group()));
  }
}
