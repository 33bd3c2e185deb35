package io.sallyport.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Names;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskLine;
import io.sallyport.authority.TaskView;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Findings;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the values of an episode's packet that its pages place. */
@Component
class EpisodeViews {

  /**
   * What the template places.
   *
   * @param findings what the law found, those of later days too
   * @param evidence what is used again, and its age
   * @param recommendation what a technical authority recommended; empty: not yet
   * @param grounds why, for those who may read it; else empty
   */
  record Content(
      String because,
      List<Finding> findings,
      List<Used> evidence,
      String affected,
      List<String> consumers,
      String recommendation,
      String grounds) {}

  /** A gate that is not passed again. */
  record Used(String gate, String age) {}

  private final Models models;
  private final InService inService;
  private final EpisodePackets packets;
  private final Names names;
  private final Clock clock;

  EpisodeViews(
      Models models, InService inService, EpisodePackets packets, Names names, Clock clock) {
    this.models = models;
    this.inService = inService;
    this.packets = packets;
    this.names = names;
    this.clock = clock;
  }

  TaskLine line(HumanTask task) {
    ModelVersion version = models.of(task.modelVersion());
    JsonNode opened = content(packets.of(version.id()).bytes().toArray()).path("opened");
    return new TaskLine(
        "“" + opened.path("because").asText() + "”",
        "Episode, " + version.program() + ". " + sentence(opened),
        version.modelDigest().orElse(""));
  }

  /** From the frozen packet. */
  TaskView view(DecisionRequest request, Person person) {
    ModelVersion version = models.of(request.task().modelVersion());
    JsonNode content = content(request.packet().bytes().toArray());
    JsonNode opened = content.path("opened");
    String at = Moment.of(Instant.parse(opened.path("at").asText()), clock.instant()).day();
    return new TaskView(
        version.program() + ", tier " + version.tier().word() + ". " + meanwhile(version),
        opened.path("because").asText(),
        opened.path("name").asText() + ", " + at,
        strip(version, content),
        "monitoring/packet",
        packet(content, seesGrounds(person, version)));
  }

  /** {@code What it is asked has drifted, level alarm.} */
  private static String sentence(JsonNode opened) {
    String words = Reason.named(opened.path("reason").asText()).words();
    String level = opened.path("level").asText();
    String first = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return first + (level.isEmpty() ? "." : ", level " + level + ".");
  }

  private String meanwhile(ModelVersion version) {
    return inService
        .of(version.id())
        .map(open -> open.suspended() ? "Nobody is answered meanwhile." : "It answers meanwhile.")
        .orElse("It is no longer in service.");
  }

  private List<TaskView.Fact> strip(ModelVersion version, JsonNode content) {
    JsonNode terms = content.path("terms");
    Instant expires = Instant.parse(terms.path("expires").asText());
    boolean suspended = inService.of(version.id()).filter(ServicePeriod::suspended).isPresent();
    return List.of(
        new TaskView.Fact(
            suspended ? "stop" : "ok",
            "Endpoint",
            suspended ? "Suspended" : "Answers",
            version.submission().endpoint().name()),
        new TaskView.Fact("watch", "Reason", sentence(content.path("opened")), ""),
        new TaskView.Fact(
            "", "Authorization ends", Moment.of(expires, clock.instant()).day(), "as decided last"),
        new TaskView.Fact(
            "",
            "Instances",
            terms.path("minimumInstances").asInt() + " to " + terms.path("maximumInstances"),
            "as decided last"));
  }

  private Content packet(JsonNode content, boolean withGrounds) {
    JsonNode recommendation = content.path("recommendation");
    String outcome = recommendation.path("outcome").asText();
    return new Content(
        content.path("opened").path("because").asText(),
        Findings.read(content.path("findings")),
        used(content.path("evidence").path("used")),
        affected(content.path("evidence").path("affectedGates")),
        texts(content.path("terms").path("consumers")).stream().map(names::principal).toList(),
        outcome.isEmpty()
            ? ""
            : recommendation.path("name").asText() + ": " + EpisodeChoices.label(outcome),
        withGrounds ? recommendation.path("grounds").asText() : "");
  }

  /** Grounds may speak of what was measured (design, trust 3). */
  private static boolean seesGrounds(Person person, ModelVersion version) {
    boolean role =
        Stream.of(Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL, Role.AUDITOR)
            .anyMatch(one -> person.is(one, version.program()));
    return role && !version.isSubmittedBy(person);
  }

  private static List<Used> used(JsonNode evidence) {
    List<Used> used = new ArrayList<>();
    for (JsonNode one : evidence) {
      String gate = one.path("fact").asText().replaceFirst("^\\d+ gate-(\\d).*", "Gate $1");
      int days = one.path("ageDays").asInt();
      used.add(new Used(gate, days == 1 ? "1 day old" : days + " days old"));
    }
    return used;
  }

  private static String affected(JsonNode gates) {
    return String.join(", ", texts(gates));
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static JsonNode content(byte[] packet) {
    return CanonicalJson.read(packet).path("content");
  }
}
