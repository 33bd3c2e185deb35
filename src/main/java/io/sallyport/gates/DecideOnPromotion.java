package io.sallyport.gates;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Packet;
import io.sallyport.authority.Role;
import io.sallyport.authority.SignedDecision;
import io.sallyport.authority.TaskPage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Human task <i>Decide on promotion and sign</i> of {@code gate-3-authorization} (S11, S12). */
@Component
class DecideOnPromotion implements TaskPage {

  static final String TASK = "decide-on-promotion";
  static final String AUTHORIZE = "authorize";
  static final String WITH_CONDITIONS = "authorize-with-conditions";
  static final String SEND_BACK = "send-back";
  static final String DENY = "deny";

  private final Models models;
  private final Parts parts;
  private final DecisionPackets packets;

  DecideOnPromotion(Models models, Parts parts, DecisionPackets packets) {
    this.models = models;
    this.parts = parts;
    this.packets = packets;
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
    return "Put " + version.model() + " version " + version.number() + " into production?";
  }

  @Override
  public List<String> groups(HumanTask task) {
    return List.of(new Membership(program(task), Role.TECHNICAL_AUTHORITY).group());
  }

  @Override
  public List<Choice> choices(HumanTask task) {
    return List.of(
        new Choice(
            AUTHORIZE,
            "Approve",
            "I authorize this model version, by its SHA-256, to answer in production.",
            "as it was asked for"),
        new Choice(
            WITH_CONDITIONS,
            "Approve with limits",
            "I authorize this model version to answer in production within the limits stated here.",
            "a shorter term, fewer callers"),
        new Choice(
            SEND_BACK,
            "Send back",
            "I return this model version for rework, without a verdict on it.",
            "to the submitter, with what is missing"),
        new Choice(
            DENY,
            "Reject",
            "This model version must not be promoted.",
            "it is archived and can never be promoted"));
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
  public Map<String, Object> variables(HumanTask task, List<SignedDecision> signed) {
    return Map.of(
        "approvals", Parts.count(signed, AUTHORIZE, WITH_CONDITIONS),
        "refusals", Parts.count(signed, DENY),
        "returns", Parts.count(signed, SEND_BACK));
  }
}
