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
 * Task <i>Remind those who are asked</i> of {@code reauthorization}: another day has passed without
 * a decision. A fact and a line of the log that a monitor watches for; the inbox shows the task.
 */
@Component
class RemindAboutEpisode implements JavaDelegate {

  private static final Logger log = LoggerFactory.getLogger(RemindAboutEpisode.class);

  private final Steps steps;
  private final Ledger ledger;
  private final Clock clock;

  RemindAboutEpisode(Steps steps, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ledger.append(step.fact("episode-reminded", clock, Map.of("because", "a day passed")));
    log.warn("The episode of {} waits for a decision", step.modelVersion());
  }
}
