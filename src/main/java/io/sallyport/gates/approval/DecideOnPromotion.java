package io.sallyport.gates.approval;

import io.sallyport.authority.Decision;
import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Role;
import io.sallyport.authority.SignedDecision;
import io.sallyport.gates.GateDesk;
import io.sallyport.gates.GatePage;
import io.sallyport.gates.Parts;
import io.sallyport.models.ModelVersion;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.DecisionRules;
import io.sallyport.rules.authorization.LimitFacts;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Human task <i>Decide on promotion and sign</i> of {@code gate-3-authorization} (S11, S12). */
@Component
public class DecideOnPromotion implements GatePage {

  public static final String TASK = "decide-on-promotion";
  static final String AUTHORIZE = "authorize";
  static final String WITH_CONDITIONS = "authorize-with-conditions";
  static final String SEND_BACK = "send-back";
  static final String DENY = "deny";

  private final GateDesk desk;
  private final Clock clock;

  DecideOnPromotion(GateDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
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
    return "Gate 3";
  }

  @Override
  public Role decider() {
    return Role.TECHNICAL_AUTHORITY;
  }

  @Override
  public String question(HumanTask task) {
    ModelVersion version = desk.version(task);
    return "Put " + version.model() + " version " + version.number() + " into production?";
  }

  @Override
  public List<Choice> choices(HumanTask task) {
    ModelVersion version = desk.version(task);
    String name = version.model() + " version " + version.number();
    String service = version.submission().endpoint().name();
    String ends = Moment.date(LocalDate.parse(version.submission().envelope().expires()));
    return List.of(
        new Choice(
            AUTHORIZE,
            "Approve",
            "I authorize "
                + name
                + ", by its SHA-256, to answer as "
                + service
                + " until "
                + ends
                + ".",
            "as it was asked for"),
        new Choice(
            WITH_CONDITIONS,
            "Approve with limits",
            "I authorize "
                + name
                + ", by its SHA-256, to answer as "
                + service
                + " within the limits stated here.",
            "a shorter term, fewer callers"),
        new Choice(
            SEND_BACK,
            "Send back",
            "I return " + name + " for rework, without a verdict on it.",
            "to the submitter, with what is missing"),
        new Choice(
            DENY,
            "Reject",
            name + " must not be promoted.",
            "it is archived and can never be promoted"));
  }

  @Override
  public List<Finding> wrongLimits(HumanTask task, Decision decision) {
    Submission asked = desk.version(task).submission();
    return DecisionRules.ABOUT_LIMITS.check(
        new LimitFacts(
            decision.outcome().equals(WITH_CONDITIONS),
            decision.limits(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            LocalDate.parse(asked.envelope().expires()),
            asked.endpoint().consumers()));
  }

  @Override
  public List<String> principals(HumanTask task, String key) {
    return key.equals(LimitFacts.PRINCIPALS)
        ? desk.version(task).submission().endpoint().consumers()
        : List.of();
  }

  @Override
  public String follows(DecisionRequest request, Choice choice) {
    int needed = desk.views().needed(request.task().modelVersion());
    int count = request.signed().size() + 1;
    return switch (choice.outcome()) {
      case AUTHORIZE, WITH_CONDITIONS ->
          count >= needed
              ? "Signature " + count + " of " + needed + ": deployment starts at once."
              : "Signature " + count + " of " + needed + ": it waits for the others.";
      case SEND_BACK -> "It goes back to the submitter at once; the others are asked no more.";
      default -> "It is archived at once and can never be promoted.";
    };
  }

  @Override
  public Map<String, Object> variables(HumanTask task, List<SignedDecision> signed) {
    return Map.of(
        "approvals", Parts.count(signed, AUTHORIZE, WITH_CONDITIONS),
        "refusals", Parts.count(signed, DENY),
        "returns", Parts.count(signed, SEND_BACK));
  }
}
