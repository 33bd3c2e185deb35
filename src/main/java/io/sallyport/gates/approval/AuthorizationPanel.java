package io.sallyport.gates.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Names;
import io.sallyport.authority.Person;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.gates.PacketViews;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.VersionPanel;
import io.sallyport.rules.authorization.LimitFacts;
import io.sallyport.rules.authorization.TermFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Who authorized a version, in which capacity, on what grounds, within which limits, and what all
 * of that comes to (S11, S12): beside the rest of its page once Gate 3 was passed.
 */
@Component
class AuthorizationPanel implements VersionPanel {

  private final Ledger ledger;
  private final Authorizations authorizations;
  private final Names names;
  private final Clock clock;

  AuthorizationPanel(Ledger ledger, Authorizations authorizations, Names names, Clock clock) {
    this.ledger = ledger;
    this.authorizations = authorizations;
    this.names = names;
    this.clock = clock;
  }

  /**
   * The panel.
   *
   * @param ends when the authorization ends, and {@code callers} who may call: the narrowest of all
   * @param withGrounds whether the reader may know the grounds, which may speak of what was
   *     measured (design, trust 3)
   */
  record Content(List<Signer> signers, String ends, List<String> callers, boolean withGrounds) {}

  /**
   * One who authorized.
   *
   * @param recorded when it was recorded, where that was later than it was stated; else empty
   * @param limits what this authority, or after an episode the official, set; none: as asked for
   */
  record Signer(
      String name,
      String capacity,
      String day,
      String iso,
      String recorded,
      String grounds,
      List<String> limits) {}

  @Override
  public int order() {
    return 105;
  }

  @Override
  public String template() {
    return "gates/authorization";
  }

  @Override
  public Optional<Content> content(ModelVersion version, Person person) {
    Lineage lineage = Lineage.of(ledger, version.id());
    if (lineage.newest(Lineage.GATE_3_PASSED).isEmpty()) return Optional.empty();
    Instant now = clock.instant();
    return Optional.of(
        new Content(
            lineage.all(Lineage.DECISION_SIGNED).stream()
                .filter(AuthorizationPanel::authorizes)
                .map(fact -> signer(fact, now))
                .toList(),
            Moment.of(authorizations.expires(version.id()), now).day(),
            authorizations.consumers(version.id()).stream().map(names::principal).toList(),
            PacketViews.seesNumbers(person, version)));
  }

  private static boolean authorizes(RecordedFact fact) {
    String outcome = fact.payload().path("outcome").asText();
    return switch (fact.payload().path("task").asText()) {
      case DecideOnPromotion.TASK ->
          outcome.equals(DecideOnPromotion.AUTHORIZE)
              || outcome.equals(DecideOnPromotion.WITH_CONDITIONS);
      case TermFacts.TASK -> outcome.equals(TermFacts.KEEP) || outcome.equals(TermFacts.RESTRICT);
      default -> false;
    };
  }

  private Signer signer(RecordedFact fact, Instant now) {
    JsonNode payload = fact.payload();
    Moment stated = Moment.of(fact.occurredAt(), now);
    return new Signer(
        payload.path("name").asText(),
        capacity(payload.path("groups")),
        stated.day(),
        stated.iso(),
        Moment.later(fact.occurredAt(), fact.recordedAt(), now).map(Moment::day).orElse(""),
        payload.path("grounds").asText(),
        limits(payload.path("limits")));
  }

  private static String capacity(JsonNode groups) {
    return StreamSupport.stream(groups.spliterator(), false)
        .flatMap(group -> Membership.of(group.asText()).stream())
        .map(Membership::words)
        .collect(Collectors.joining(", "));
  }

  private List<String> limits(JsonNode set) {
    List<String> limits = new ArrayList<>();
    for (Map.Entry<String, JsonNode> limit : set.properties()) {
      String value = limit.getValue().asText();
      limits.add(
          switch (limit.getKey()) {
            case LimitFacts.PRINCIPALS -> "called by " + callers(value) + " only";
            case LimitFacts.MAXIMUM_INSTANCES -> "instances at most " + value;
            default -> limit.getKey() + " " + value;
          });
    }
    return limits;
  }

  private String callers(String lines) {
    return lines.lines().map(String::strip).map(names::principal).collect(Collectors.joining(", "));
  }
}
