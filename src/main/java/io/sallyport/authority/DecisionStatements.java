package io.sallyport.authority;

import io.sallyport.authority.signing.SignedChallenge;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a decider states (S12), in two layers. The person signs the inner statement: its SHA-256 is
 * in the nonce of the step-up's ID token. The product signs the outer one, which carries the inner
 * bytes, the token and the realm's key, so that an outsider can verify both.
 */
final class DecisionStatements {

  private DecisionStatements() {}

  /**
   * Who states it, when, and how it is to be signed.
   *
   * @param issuer the realm that says who the person is
   * @param requiredAcr the level of authentication without which the signature is none
   */
  record Approver(Person person, String issuer, String requiredAcr, Instant decidedAt) {}

  /** The statement that the person is asked to sign. */
  static Statement ofPerson(DecisionRequest request, Decision decision, Approver approver) {
    TaskPage.Choice choice = choice(request, decision);
    Map<String, Object> predicate = new TreeMap<>();
    predicate.put("decision", decision.outcome());
    predicate.put(
        "approver",
        Map.of(
            "issuer", approver.issuer(),
            "subject", approver.person().subject(),
            "name", approver.person().name()));
    predicate.put("meaning", choice.meaning());
    predicate.put("grounds", decision.grounds().strip());
    predicate.put("limits", new TreeMap<>(decision.limits()));
    predicate.put("requiredAcr", approver.requiredAcr());
    predicate.put("decidedAt", approver.decidedAt().toString());
    predicate.put("task", request.task().key());
    predicate.put("taskId", request.task().id());
    predicate.put("modelVersion", request.task().modelVersion());
    predicate.put("evidence", evidence(request));
    return new Statement(
        List.of(new Statement.Subject("model.tar.gz", new Digest(request.packet().modelDigest()))),
        Statement.APPROVAL,
        predicate);
  }

  /** The level that a stated decision asks for. */
  static String requiredAcr(PendingDecision pending) {
    return CanonicalJson.read(pending.statement().toArray()).at("/predicate/requiredAcr").asText();
  }

  /** The statement that the product signs: the person's, with what proves it. */
  static Statement proved(PendingDecision pending, SignedChallenge proof) {
    var stated = CanonicalJson.read(pending.statement().toArray());
    Map<String, Object> predicate = new TreeMap<>();
    stated
        .path("predicate")
        .properties()
        .forEach(member -> predicate.put(member.getKey(), member.getValue()));
    predicate.put("signedStatement", pending.statement().toBase64());
    predicate.put(
        "authentication",
        Map.of(
            "challenge", proof.challenge(),
            "idToken", proof.idToken(),
            "realmKey", CanonicalJson.read(Bytes.utf8(proof.jwkJson()).toArray())));
    String digest = stated.path("subject").path(0).path("digest").path("sha256").asText();
    return new Statement(
        List.of(new Statement.Subject("model.tar.gz", new Digest(digest))),
        Statement.APPROVAL,
        predicate);
  }

  private static List<Map<String, String>> evidence(DecisionRequest request) {
    List<Map<String, String>> evidence = new ArrayList<>();
    evidence.add(Map.of("name", "decision packet", "sha256", request.packetSha256()));
    request
        .packet()
        .evidence()
        .forEach(item -> evidence.add(Map.of("name", item.name(), "sha256", item.sha256())));
    return evidence;
  }

  private static TaskPage.Choice choice(DecisionRequest request, Decision decision) {
    return request.choices().stream()
        .filter(choice -> choice.outcome().equals(decision.outcome()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The book lets only choices pass"));
  }
}
