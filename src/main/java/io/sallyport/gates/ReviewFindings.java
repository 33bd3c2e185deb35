package io.sallyport.gates;

import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Packet;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.SignedDecision;
import io.sallyport.authority.TaskLine;
import io.sallyport.authority.TaskPage;
import io.sallyport.authority.TaskView;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Human task <i>Review the findings and sign</i> of {@code gate-2-security-review} (S10). */
@Component
class ReviewFindings implements TaskPage {

  static final String TASK = "review-findings";

  private final Models models;
  private final Parts parts;
  private final DecisionPackets packets;
  private final PacketViews views;

  ReviewFindings(Models models, Parts parts, DecisionPackets packets, PacketViews views) {
    this.models = models;
    this.parts = parts;
    this.packets = packets;
    this.views = views;
  }

  @Override
  public String task() {
    return TASK;
  }

  @Override
  public String program(HumanTask task) {
    return models.of(task.modelVersion()).program();
  }

  @Override
  public String question(HumanTask task) {
    ModelVersion version = models.of(task.modelVersion());
    return "Do the findings about "
        + version.model()
        + " version "
        + version.number()
        + " stop it?";
  }

  @Override
  public List<String> groups(HumanTask task) {
    return List.of(new Membership(program(task), Role.SECURITY_REVIEWER).group());
  }

  @Override
  public List<Choice> choices(HumanTask task) {
    return List.of(
        new Choice(
            "recommend",
            "Recommend",
            "I reviewed each finding and recommend that this version goes on to Gate 3.",
            "Gate 3 begins"),
        new Choice(
            "reject",
            "Reject",
            "I reviewed the findings; this version must not go on.",
            "the version is archived and can never be promoted"));
  }

  @Override
  public Map<String, List<String>> parts(HumanTask task) {
    return parts.of(task.modelVersion());
  }

  @Override
  public Packet packet(HumanTask task) {
    return packets.of(task.modelVersion());
  }

  @Override
  public TaskLine line(HumanTask task) {
    return views.line(task, "Gate 2");
  }

  @Override
  public TaskView view(DecisionRequest request, Person person) {
    return views.view(request, person);
  }

  @Override
  public Map<String, Object> variables(HumanTask task, List<SignedDecision> signed) {
    return Map.of("outcome", signed.get(signed.size() - 1).outcome());
  }
}
