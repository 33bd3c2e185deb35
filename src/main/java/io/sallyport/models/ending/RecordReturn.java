package io.sallyport.models.ending;

import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.workflow.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Record the return and say why</i> of {@code model-authorization}. */
@Component
class RecordReturn implements JavaDelegate {

  private final Steps steps;
  private final VersionEnding ending;

  RecordReturn(Steps steps, VersionEnding ending) {
    this.steps = steps;
    this.ending = ending;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ending.end(steps.of(execution), Lineage.RETURNED, State.RETURNED, "Sent back by an authority");
  }
}
