package io.sallyport.monitoring;

import io.sallyport.authority.Decision;
import io.sallyport.authority.Role;
import io.sallyport.authority.SignedDecision;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.DecisionRules;
import io.sallyport.rules.authorization.LimitFacts;
import io.sallyport.rules.authorization.TermFacts;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Human task <i>Decide what happens, and sign</i> of {@code reauthorization} (S20): an authorizing
 * official of the program, who neither opened the episode nor recommended anything.
 */
@Component
class DecideAfterEpisode implements EpisodePage {

  private final EpisodeDesk desk;
  private final Clock clock;

  DecideAfterEpisode(EpisodeDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String task() {
    return TermFacts.TASK;
  }

  @Override
  public EpisodeDesk desk() {
    return desk;
  }

  @Override
  public Role decider() {
    return Role.AUTHORIZING_OFFICIAL;
  }

  @Override
  public String asks() {
    return "What shall happen with";
  }

  @Override
  public Map<String, List<String>> parts(HumanTask task) {
    return desk.authorizations().partsInEpisode(task.modelVersion());
  }

  @Override
  public List<Choice> choices(HumanTask task) {
    return EpisodeChoices.of(desk.packets().affectedGates(task.modelVersion()));
  }

  @Override
  public List<Finding> wrongLimits(HumanTask task, Decision decision) {
    return DecisionRules.ABOUT_TERMS.check(
        new TermFacts(
            decision.outcome(),
            decision.limits(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            desk.authorizations().terms(task.modelVersion())));
  }

  @Override
  public List<String> principals(HumanTask task, String key) {
    return key.equals(LimitFacts.PRINCIPALS)
        ? desk.authorizations().consumers(task.modelVersion())
        : List.of();
  }

  @Override
  public Map<String, Object> variables(HumanTask task, List<SignedDecision> signed) {
    return Map.of("outcome", signed.get(signed.size() - 1).outcome());
  }
}
