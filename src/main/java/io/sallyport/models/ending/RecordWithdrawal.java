package io.sallyport.models.ending;

import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.workflow.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Stop running jobs and withdraw</i> of {@code model-authorization}. */
@Component
class RecordWithdrawal implements JavaDelegate {

  private final Steps steps;
  private final VersionEnding ending;

  RecordWithdrawal(Steps steps, VersionEnding ending) {
    this.steps = steps;
    this.ending = ending;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ending.end(
        steps.of(execution), Lineage.WITHDRAWN, State.WITHDRAWN, "Withdrawn by the submitter");
  }
}
