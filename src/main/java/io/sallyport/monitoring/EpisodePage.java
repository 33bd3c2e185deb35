package io.sallyport.monitoring;

import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Packet;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskLine;
import io.sallyport.authority.TaskPage;
import io.sallyport.authority.TaskView;
import io.sallyport.models.ModelVersion;
import io.sallyport.workflow.HumanTask;
import java.util.List;

/**
 * A signed task of {@code reauthorization}. One recommends and the other decides; what they see and
 * what may be chosen is the same.
 */
interface EpisodePage extends TaskPage {

  /** What the packet is made of, and how it is shown. */
  EpisodeDesk desk();

  /** Who is asked. */
  Role decider();

  /** What is asked about the version: {@code What do you recommend for}. */
  String asks();

  @Override
  default String program(HumanTask task) {
    return desk().version(task).program();
  }

  @Override
  default String question(HumanTask task) {
    ModelVersion version = desk().version(task);
    return asks() + " " + version.model() + " version " + version.number() + "?";
  }

  @Override
  default List<String> groups(HumanTask task) {
    return List.of(new Membership(program(task), decider()).group());
  }

  @Override
  default Packet packet(HumanTask task) {
    return desk().packets().of(task.modelVersion());
  }

  @Override
  default TaskLine line(HumanTask task) {
    return desk().views().line(task);
  }

  @Override
  default TaskView view(DecisionRequest request, Person person) {
    return desk().views().view(request, person);
  }
}
