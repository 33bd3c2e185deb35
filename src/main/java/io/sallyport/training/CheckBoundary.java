package io.sallyport.training;

import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.Models;
import io.sallyport.models.Refusals;
import io.sallyport.models.Submissions;
import io.sallyport.rules.Finding;
import io.sallyport.rules.boundary.BoundaryRules;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Check the boundary</i> of {@code training-run} (S01 to S06): the rules that the
 * submission passed, again, before anything is started. What AWS will not say is a finding; an AWS
 * that cannot be heard is tried again.
 */
@Component
class CheckBoundary implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final Submissions submissions;
  private final Refusals refusals;
  private final Ledger ledger;
  private final Clock clock;

  CheckBoundary(
      Steps steps,
      Models models,
      Submissions submissions,
      Refusals refusals,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.submissions = submissions;
    this.refusals = refusals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    List<Finding> findings =
        BoundaryRules.BOOK.check(submissions.facts(models.of(step.modelVersion()).submission()));
    refusals.refuseFor(findings, step, Lineage.TRAINING_REJECTED);
    ledger.append(step.fact("boundary-checked", clock, Map.of()));
  }
}
