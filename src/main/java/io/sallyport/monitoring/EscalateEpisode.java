package io.sallyport.monitoring;

import io.sallyport.custody.Ledger;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Task <i>Ask the authorizing official</i> of {@code reauthorization} (S20): the authorization came
 * to its end while the episode is undecided.
 */
@Component
class EscalateEpisode implements JavaDelegate {

  private static final Logger log = LoggerFactory.getLogger(EscalateEpisode.class);

  private final Steps steps;
  private final Ledger ledger;
  private final Clock clock;

  EscalateEpisode(Steps steps, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ledger.append(
        step.fact("episode-escalated", clock, Map.of("because", "the authorization ended")));
    log.warn("The authorization of {} ended and nobody has decided", step.modelVersion());
  }
}
