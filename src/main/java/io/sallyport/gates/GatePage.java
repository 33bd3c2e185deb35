package io.sallyport.gates;

import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Packet;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskLine;
import io.sallyport.authority.TaskPage;
import io.sallyport.authority.TaskView;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;

/**
 * A signed task of a gate. Gates differ in who decides and what may be chosen; what the deciders
 * see, and what bars a person, is one and the same.
 */
public interface GatePage extends TaskPage {

  /** What the packet is made of, and by which rules it is shown. */
  GateDesk desk();

  /** As the inbox names it: {@code Gate 3}. */
  String gate();

  /** Who decides here. */
  Role decider();

  @Override
  default String program(HumanTask task) {
    return desk().version(task).program();
  }

  @Override
  default List<String> groups(HumanTask task) {
    return List.of(new Membership(program(task), decider()).group());
  }

  @Override
  default Map<String, List<String>> parts(HumanTask task) {
    return desk().parts().of(task.modelVersion());
  }

  @Override
  default Packet packet(HumanTask task) {
    return desk().packets().of(task.modelVersion());
  }

  @Override
  default TaskLine line(HumanTask task) {
    return desk().views().line(task, gate());
  }

  @Override
  default TaskView view(DecisionRequest request, Person person) {
    return desk().views().view(request, person);
  }
}
