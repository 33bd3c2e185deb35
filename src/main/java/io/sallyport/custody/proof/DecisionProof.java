package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.rules.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a decision is the person's own (S12; design, trust 5): the statement that the product
 * signed is the one that the person signed, and the person's ID token answers a challenge that is
 * bound to exactly that statement.
 */
final class DecisionProof {

  private final PackagedFact fact;
  private final JsonNode outer;
  private final RealmChain realm;
  private final Verification.Trust trust;
  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  DecisionProof(PackagedFact fact, SignedSteps steps, RealmChain realm, Verification.Trust trust) {
    this.fact = fact;
    this.outer = steps.statement(fact);
    this.realm = realm;
    this.trust = trust;
    this.file = EvidencePackage.envelopeFile(fact.text("envelope"));
  }

  List<Finding> findings() {
    if (!outer.isObject()) return List.of(); // the missing envelope is reported already
    try {
      Bytes signed = Bytes.base64(outer.at("/predicate/signedStatement").asText());
      JsonNode inner = CanonicalJson.read(signed.toArray());
      requireSameStatement(inner);
      requireFact(inner, signed.digest().hex());
      requireToken(inner, signed.digest().hex());
    } catch (RuntimeException malformed) { // whatever a forged statement makes a parser throw
      report("can-be-read", file, String.valueOf(malformed.getMessage()), "a signed statement");
    }
    return List.copyOf(findings);
  }

  private void requireSameStatement(JsonNode inner) {
    ObjectNode stated = outer.deepCopy();
    ((ObjectNode) stated.path("predicate")).remove(List.of("signedStatement", "authentication"));
    if (!stated.equals(inner)) {
      report("is-what-the-person-signed", file, "another statement", "the statement inside it");
    }
  }

  private void requireFact(JsonNode inner, String statementSha256) {
    JsonNode predicate = inner.path("predicate");
    same("statementSha256", fact.text("statementSha256"), statementSha256);
    same("outcome", fact.text("outcome"), predicate.path("decision").asText());
    same("grounds", fact.text("grounds"), predicate.path("grounds").asText());
    same("actor", fact.actor(), predicate.at("/approver/subject").asText());
    same("task", fact.text("task"), predicate.path("task").asText());
    same("packetSha256", fact.text("packetSha256"), packet(predicate));
    same("subject", fact.subject(), predicate.path("modelVersion").asText());
    if (!fact.payload().path("limits").equals(predicate.path("limits"))) {
      same("limits", fact.payload().path("limits").toString(), predicate.path("limits").toString());
    }
  }

  private static String packet(JsonNode predicate) {
    for (JsonNode item : predicate.path("evidence")) {
      if (item.path("name").asText().equals("decision packet")) {
        return item.path("sha256").asText();
      }
    }
    return "missing";
  }

  private void requireToken(JsonNode inner, String statementSha256) {
    JsonNode authentication = outer.at("/predicate/authentication");
    IdToken token =
        IdToken.read(
            authentication.path("idToken").asText(), authentication.path("realmKey").toString());
    String nonce = Nonce.of(authentication.path("challenge").asText(), statementSha256);
    token.findings().forEach(finding -> findings.add(named(finding)));
    expect("token-is-of-the-realm", "iss", token, inner.at("/predicate/approver/issuer").asText());
    expect("token-is-for-signatures", "aud", token, trust.client());
    expect("token-is-for-signatures", "azp", token, trust.client());
    expect("token-is-the-persons", "sub", token, fact.actor());
    expect("token-has-the-level", "acr", token, trust.acr());
    expect("token-is-bound-to-the-statement", "nonce", token, nonce);
    requireLevel(inner.at("/predicate/requiredAcr"));
    requireTime(token, inner.at("/predicate/decidedAt").asText());
    requireSeen(authentication.path("realmKey"), inner.at("/predicate/approver/issuer").asText());
  }

  /** A package does not set its own bar; one that was made before this was stated sets none. */
  private void requireLevel(JsonNode required) {
    if (!required.isMissingNode() && !required.asText().equals(trust.acr())) {
      report(
          "level-is-the-expected-one",
          "the level that " + file + " asks for",
          required.asText(),
          trust.acr());
    }
  }

  /** The realm's key was a fact before the decision was (design, trust 5). */
  private void requireSeen(JsonNode key, String issuer) {
    Optional<Instant> seen = realm.seen(RealmKeys.canonical(key), issuer);
    if (seen.isEmpty() || seen.get().isAfter(fact.recordedAt())) {
      report(
          "realm-key-was-recorded-before",
          "the realm's key in " + file,
          seen.map(at -> "recorded at " + at).orElse("recorded by no fact"),
          "recorded before " + fact.recordedAt());
    }
  }

  private void requireTime(IdToken token, String decidedAt) {
    new FactorPeriod(Instant.parse(decidedAt), fact.recordedAt())
        .wrong("decision", "auth_time in " + file, token.authTime())
        .ifPresent(findings::add);
  }

  private void expect(String rule, String claim, IdToken token, String wanted) {
    String found = token.claim(claim);
    if (!found.equals(wanted)) {
      report(rule, claim + " in " + file, found, wanted);
    }
  }

  private void same(String name, String found, String wanted) {
    if (!found.equals(wanted)) {
      report("is-what-its-fact-says", name + " in " + fact.file(), found, wanted);
    }
  }

  private Finding named(Finding finding) {
    String subject = finding.subject() + " in " + file;
    return new Finding(finding.rule(), subject, finding.value(), finding.limit());
  }

  private void report(String rule, String subject, String value, String limit) {
    findings.add(new Finding("decision/" + rule, subject, value, limit));
  }
}
