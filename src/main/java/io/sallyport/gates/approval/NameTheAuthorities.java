package io.sallyport.gates.approval;

import io.sallyport.authority.Directory;
import io.sallyport.authority.Role;
import io.sallyport.custody.Ledger;
import io.sallyport.gates.Parts;
import io.sallyport.gates.Settings;
import io.sallyport.models.Authorizations;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.authorization.AuthorizationFacts;
import io.sallyport.rules.authorization.AuthorizationFacts.Naming;
import io.sallyport.rules.authorization.AuthorizationRules;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Name the eligible authorities</i> of {@code gate-3-authorization} (S11, AC-5): the
 * technical authorities of the program at this moment, without anyone who had a part in the
 * version. What the law refuses of it stops the case: too few of them, a quorum below the tier's.
 */
@Component
class NameTheAuthorities implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final Directory directory;
  private final Authorizations authorizations;
  private final Parts parts;
  private final Settings settings;
  private final Ledger ledger;
  private final Clock clock;

  NameTheAuthorities(
      Steps steps,
      Models models,
      Directory directory,
      Authorizations authorizations,
      Parts parts,
      Settings settings,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.directory = directory;
    this.authorizations = authorizations;
    this.parts = parts;
    this.settings = settings;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    int needed = ((Number) execution.getVariable("approvalsNeeded")).intValue();
    List<Directory.Member> eligible = eligible(version);
    Naming naming = naming(Step.text(execution, "tier"), needed, eligible);
    requireLawful(version, naming);
    execution.setVariable(
        "authorities", new ArrayList<>(eligible.stream().map(Directory.Member::subject).toList()));
    execution.setVariable("approvals", 0);
    execution.setVariable("refusals", 0);
    execution.setVariable("returns", 0);
    execution.setVariable("decisionDue", Date.from(clock.instant().plus(settings.decisionTime())));
    ledger.append(step.fact("authorities-named", clock, payload(naming, eligible)));
  }

  /** A table, a diagram or a list of people that the law refuses is trouble for a person. */
  private void requireLawful(ModelVersion version, Naming naming) {
    AuthorizationFacts facts = authorizations.facts(version.id()).with(naming);
    AuthorizationRules.ABOUT_THE_NAMING.require(facts);
  }

  private List<Directory.Member> eligible(ModelVersion version) {
    Set<String> barred = parts.of(version.id()).keySet();
    return directory.members(version.program(), Role.TECHNICAL_AUTHORITY).stream()
        .filter(person -> !person.machine())
        .filter(person -> !barred.contains(person.subject()))
        .toList();
  }

  private static Naming naming(String tier, int needed, List<Directory.Member> eligible) {
    return new Naming(
        tier, needed, eligible.stream().map(Directory.Member::subject).collect(Collectors.toSet()));
  }

  /** With the tier by which the table was asked, so that anybody can ask again. */
  private static Map<String, Object> payload(Naming naming, List<Directory.Member> eligible) {
    return Map.of(
        "tier",
        naming.tier(),
        "approvalsNeeded",
        naming.approvalsNeeded(),
        "authorities",
        eligible.stream()
            .map(person -> Map.of("subject", person.subject(), "name", person.name()))
            .toList());
  }
}
