package io.sallyport.gates.security;

import io.sallyport.authority.Role;
import io.sallyport.authority.SignedDecision;
import io.sallyport.gates.GateDesk;
import io.sallyport.gates.GatePage;
import io.sallyport.models.ModelVersion;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Human task <i>Review the findings and sign</i> of {@code gate-2-security-review} (S10). */
@Component
class ReviewFindings implements GatePage {

  static final String TASK = "review-findings";

  private final GateDesk desk;

  ReviewFindings(GateDesk desk) {
    this.desk = desk;
  }

  @Override
  public String task() {
    return TASK;
  }

  @Override
  public GateDesk desk() {
    return desk;
  }

  @Override
  public String gate() {
    return "Gate 2";
  }

  @Override
  public Role decider() {
    return Role.SECURITY_REVIEWER;
  }

  @Override
  public String question(HumanTask task) {
    ModelVersion version = desk.version(task);
    return "Do the findings about "
        + version.model()
        + " version "
        + version.number()
        + " stop it?";
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
  public Map<String, Object> variables(HumanTask task, List<SignedDecision> signed) {
    return Map.of("outcome", signed.get(signed.size() - 1).outcome());
  }
}
