package io.sallyport.monitoring;

import io.sallyport.authority.Role;
import io.sallyport.authority.SignedDecision;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Human task <i>Recommend what to do, and sign</i> of {@code reauthorization} (S20): a technical
 * authority of the program judges what the episode means. It binds nobody.
 */
@Component
class RecommendAfterEpisode implements EpisodePage {

  static final String TASK = "recommend-after-episode";

  private final EpisodeDesk desk;

  RecommendAfterEpisode(EpisodeDesk desk) {
    this.desk = desk;
  }

  @Override
  public String task() {
    return TASK;
  }

  @Override
  public EpisodeDesk desk() {
    return desk;
  }

  @Override
  public Role decider() {
    return Role.TECHNICAL_AUTHORITY;
  }

  @Override
  public String asks() {
    return "What do you recommend for";
  }

  @Override
  public Map<String, List<String>> parts(HumanTask task) {
    return desk.authorizations().parts(task.modelVersion());
  }

  @Override
  public List<Choice> choices(HumanTask task) {
    return EpisodeChoices.of(desk.packets().affectedGates(task.modelVersion())).stream()
        .map(
            choice ->
                new Choice(
                    choice.outcome(),
                    choice.label(),
                    "I recommend: " + choice.meaning(),
                    choice.hint()))
        .toList();
  }

  @Override
  public Map<String, Object> variables(HumanTask task, List<SignedDecision> signed) {
    return Map.of("recommendation", signed.get(signed.size() - 1).outcome());
  }
}
