package io.sallyport.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.custody.proof.PackagedFact;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationHistory;
import io.sallyport.rules.authorization.AuthorizationHistory.Asked;
import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import io.sallyport.rules.authorization.AuthorizationRules;
import io.sallyport.rules.authorization.Terms;
import io.sallyport.rules.security.SecurityFacts;
import io.sallyport.rules.security.SecurityRules;
import io.sallyport.rules.service.OpeningFacts;
import io.sallyport.rules.service.OpeningFacts.Deployed;
import io.sallyport.rules.service.ServiceRules;
import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.TechnicalHistory;
import io.sallyport.rules.technical.TechnicalRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Decides again what the gates decided: the same rule books over the recorded facts (W3, S08). An
 * outsider does not only see that we said "passed".
 */
final class Redecision {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private final EvidencePackage packed;
  private final List<PackagedFact> facts;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> decided = new ArrayList<>();

  private Redecision(EvidencePackage packed, List<PackagedFact> facts) {
    this.packed = packed;
    this.facts = facts;
  }

  static Redecision of(EvidencePackage packed, List<PackagedFact> facts) {
    Redecision again = new Redecision(packed, facts);
    facts.forEach(again::decide);
    return again;
  }

  /** Where the books come to another end than what was recorded. */
  List<Finding> findings() {
    return findings;
  }

  /** What was decided again, a line each. */
  List<String> decided() {
    return decided;
  }

  private void decide(PackagedFact fact) {
    try {
      switch (fact.kind()) {
        case "gate-1-passed", "gate-1-failed" -> technical(fact);
        case "security-checked" -> security(fact);
        case "gate-3-passed", "deployment-checked" -> authorization(fact);
        case "service-period-opened", "service-restored", "service-resumed" -> service(fact);
        case "authorization-renewed", "terms-tightened" -> terms(fact);
        default -> {}
      }
    } catch (RuntimeException unreadable) {
      // Whatever a hostile record makes the books throw: it is not judged, and that is the answer.
      report("the-record-can-be-judged", fact, String.valueOf(unreadable.getMessage()), "a record");
    }
  }

  private void technical(PackagedFact fact) {
    Evaluation evaluation = document(fact, "evaluationSha256", Evaluation.class);
    TechnicalHistory history =
        new TechnicalHistory(
            newest(fact, "model-version-submitted"),
            newest(fact, "held-out-set-fixed"),
            fact.payload());
    List<Finding> again = TechnicalRules.BOOK.check(history.facts(evaluation));
    same(fact, again);
    String kind = again.isEmpty() ? "gate-1-passed" : "gate-1-failed";
    if (!fact.kind().equals(kind)) report("the-verdict-is-the-same", fact, fact.kind(), kind);
    decided.add("Gate 1: " + TechnicalRules.BOOK.rules().size() + " rules, " + outcome(again));
  }

  private void security(PackagedFact fact) {
    SecurityFacts judged = document(fact, "factsSha256", SecurityFacts.class);
    List<Finding> again = SecurityRules.BOOK.check(judged);
    same(fact, again);
    if (!judged.expectedArtifactSha256().equals(fact.text("modelDigest"))) {
      String limit = fact.text("modelDigest");
      report("the-artifact-is-the-trained-one", fact, judged.expectedArtifactSha256(), limit);
    }
    decided.add("Gate 2: " + SecurityRules.BOOK.rules().size() + " rules, " + outcome(again));
  }

  /** What was known when the version was authorized, and again when it was deployed. */
  private void authorization(PackagedFact fact) {
    List<Finding> again =
        AuthorizationRules.BOOK.check(
            new AuthorizationHistory(before(fact))
                .facts(new Asked(artifact(fact), asked(fact)), fact.occurredAt()));
    findings.addAll(again);
    decided.add(
        "Authorization at "
            + fact.kind()
            + ": "
            + AuthorizationRules.BOOK.rules().size()
            + " rules, "
            + outcome(again));
  }

  /** What came into force is what the signed decisions come to, and nothing else. */
  private void terms(PackagedFact fact) {
    authorization(fact);
    Terms signed = new AuthorizationHistory(before(fact)).terms(asked(fact));
    String recorded = words(fact.payload());
    String again =
        words(
            signed.expires().toString(),
            signed.consumers(),
            signed.minimumInstances(),
            signed.maximumInstances());
    if (!recorded.equals(again)) report("the-terms-are-the-signed-ones", fact, recorded, again);
    decided.add("Terms at " + fact.kind() + ": " + again);
  }

  private static String words(JsonNode terms) {
    List<String> consumers =
        StreamSupport.stream(terms.path("consumers").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return words(
        terms.path("expires").asText(),
        consumers,
        terms.path("minimumInstances").asInt(),
        terms.path("maximumInstances").asInt());
  }

  private static String words(String expires, List<String> consumers, int least, int most) {
    return "until %s, for %s, on %d to %d instances"
        .formatted(expires, String.join(", ", consumers), least, most);
  }

  /** The end that the submission asked for. */
  private String asked(PackagedFact fact) {
    return newest(fact, "model-version-submitted").at("/submission/envelope/expires").asText();
  }

  /** What was known when the version came to answer. */
  private void service(PackagedFact fact) {
    authorization(fact);
    Deployed deployed =
        new Deployed(artifact(fact), fact.text("endpoint"), fact.text("configuration"));
    List<Finding> again =
        ServiceRules.ABOUT_AN_OPENING.check(OpeningFacts.of(deployed, before(fact)));
    findings.addAll(again);
    decided.add("Service at " + fact.kind() + ": " + outcome(again));
  }

  private List<Past> before(PackagedFact fact) {
    return facts.stream()
        .filter(earlier -> earlier.ordinal() < fact.ordinal())
        .map(
            earlier ->
                new Past(earlier.kind(), earlier.actor(), earlier.occurredAt(), earlier.payload()))
        .toList();
  }

  /** SHA-256 of what was trained. */
  private String artifact(PackagedFact fact) {
    return newest(fact, "model-trained").path("modelDigest").asText();
  }

  private void same(PackagedFact fact, List<Finding> again) {
    List<Finding> recorded =
        StreamSupport.stream(fact.payload().path("findings").spliterator(), false)
            .map(Redecision::finding)
            .toList();
    if (!recorded.equals(again)) {
      report("the-findings-are-the-same", fact, text(recorded), text(again));
    }
  }

  private static Finding finding(JsonNode recorded) {
    return new Finding(
        recorded.path("rule").asText(),
        recorded.path("subject").asText(),
        recorded.path("value").asText(),
        recorded.path("limit").asText());
  }

  private JsonNode newest(PackagedFact fact, String kind) {
    return facts.stream()
        .filter(earlier -> earlier.ordinal() < fact.ordinal() && earlier.kind().equals(kind))
        .reduce((older, newer) -> newer)
        .map(PackagedFact::payload)
        .orElse(MissingNode.getInstance());
  }

  private <T> T document(PackagedFact fact, String digest, Class<T> type) {
    String file = EvidencePackage.documentFile(fact.text(digest));
    Bytes bytes =
        packed
            .document(fact.text(digest))
            .orElseThrow(() -> new IllegalStateException(file + " is missing"));
    try {
      return MAPPER.readValue(bytes.toArray(), type);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(file + ": " + malformed.getOriginalMessage(), malformed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  private static String outcome(List<Finding> again) {
    return again.isEmpty() ? "no finding" : again.size() + " findings";
  }

  private static String text(List<Finding> findings) {
    return findings.isEmpty()
        ? "no finding"
        : findings.stream().map(Finding::toString).collect(joining("; "));
  }

  private void report(String rule, PackagedFact fact, String value, String limit) {
    findings.add(new Finding("redecision/" + rule, fact.file(), value, limit));
  }
}
