package io.sallyport.monitoring;

import io.sallyport.custody.Ledger;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Close the episode</i> of {@code reauthorization}: what was decided has taken effect. It
 * has no transaction of its own, so that effect and end of the episode are true together.
 */
@Component
class CloseEpisode implements JavaDelegate {

  private final Steps steps;
  private final Episodes episodes;
  private final Ledger ledger;
  private final Clock clock;

  CloseEpisode(Steps steps, Episodes episodes, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.episodes = episodes;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ledger.lock(step.modelVersion());
    String outcome = Step.text(execution, "outcome");
    episodes.close(
        step.modelVersion(),
        step.fact(Episodes.CLOSED, clock, Map.of("outcome", outcome)),
        outcome);
  }
}
