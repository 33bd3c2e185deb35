package io.sallyport.monitoring;

import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AffectedGates;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Gather the evidence</i> of {@code reauthorization} (F17): by what the version was
 * authorized, which gates the reason affects, and how old the evidence is that is used again.
 */
@Component
class GatherEvidence implements JavaDelegate {

  static final String GATHERED = "evidence-gathered";

  private static final List<String> GATES =
      List.of(Lineage.GATE_1_PASSED, Lineage.GATE_2_PASSED, Lineage.GATE_3_PASSED);

  private final Steps steps;
  private final EpisodeRows rows;
  private final Authorizations authorizations;
  private final Ledger ledger;
  private final Clock clock;

  GatherEvidence(
      Steps steps, EpisodeRows rows, Authorizations authorizations, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.rows = rows;
    this.authorizations = authorizations;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    Episode episode =
        rows.open(step.modelVersion())
            .orElseThrow(() -> new IllegalStateException("The case began with its episode"));
    ledger.append(
        step.fact(
            GATHERED,
            clock,
            Map.of(
                "authorizationId", authorizations.authorizationId(step.modelVersion()),
                "affectedGates", List.copyOf(affected(episode)),
                "evidence", evidence(Lineage.of(ledger, step.modelVersion())))));
  }

  private static Set<Integer> affected(Episode episode) {
    return AffectedGates.of(
        episode.reason().word(),
        episode.findings().stream().map(Finding::subject).collect(Collectors.toSet()));
  }

  private List<Map<String, Object>> evidence(Lineage lineage) {
    List<Map<String, Object>> evidence = new ArrayList<>();
    for (String gate : GATES) {
      lineage.newest(gate).map(this::evidence).ifPresent(evidence::add);
    }
    return evidence;
  }

  private Map<String, Object> evidence(RecordedFact passed) {
    return Map.of(
        "fact", passed.ordinal() + " " + passed.kind(),
        "sha256", passed.sha256().hex(),
        "ageDays", Duration.between(passed.occurredAt(), clock.instant()).toDays());
  }
}
