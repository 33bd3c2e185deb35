package io.sallyport.monitoring;

import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Drop the episode</i> of {@code reauthorization}: the version was superseded or retired
 * while people were asked about it, so that nothing is left to decide.
 */
@Component
class DropEpisode implements JavaDelegate {

  private static final String OUTCOME = "service-ended";

  private final Steps steps;
  private final Episodes episodes;
  private final Clock clock;

  DropEpisode(Steps steps, Episodes episodes, Clock clock) {
    this.steps = steps;
    this.episodes = episodes;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    episodes.close(
        step.modelVersion(),
        step.fact(Episodes.CLOSED, clock, Map.of("outcome", OUTCOME)),
        OUTCOME);
  }
}
