package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The signed statements of a package, each verified by an evidence key and given force by a fact
 * that names it. A statement that no fact names is void; a fact without its statement is a gap.
 *
 * @param statements what was signed, by the envelope's digest
 */
record SignedSteps(Map<String, JsonNode> statements, List<Finding> findings) {

  static final String DECISION = "decision-signed";

  /** Which kind of statement a fact rests on. */
  private static final Map<String, String> PREDICATES =
      Map.of(
          "model-trained",
          Statement.PROVENANCE,
          "gate-1-passed",
          Statement.TEST_RESULT,
          "gate-1-failed",
          Statement.TEST_RESULT,
          "gate-2-passed",
          Statement.TEST_RESULT,
          "gate-2-failed",
          Statement.TEST_RESULT,
          DECISION,
          Statement.APPROVAL,
          "gate-3-passed",
          Statement.APPROVAL,
          "deployment-checked",
          Statement.VERIFICATION_SUMMARY);

  static SignedSteps of(
      EvidencePackage packed, List<PackagedFact> facts, Verification.Trust trust) {
    SignedSteps steps = new SignedSteps(new TreeMap<>(), new ArrayList<>());
    packed.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("envelopes/"))
        .forEach(file -> steps.read(file.getKey(), file.getValue(), trust));
    steps.requireForce(facts);
    return steps;
  }

  /** The file of the realm's key in this envelope, if it is a decision's. */
  static Optional<String> realmKey(Bytes envelope) {
    try {
      return RealmKeys.in(envelope).map(RealmKeys::file);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty(); // reported where the envelope is read
    }
  }

  /** The statement in the envelope that the fact names, or nothing. */
  JsonNode statement(PackagedFact fact) {
    return Optional.ofNullable(statements.get(fact.text("envelope")))
        .orElse(MissingNode.getInstance());
  }

  private void read(String file, Bytes bytes, Verification.Trust trust) {
    try {
      Envelope envelope = Envelope.parse(bytes.toArray());
      if (!file.equals(EvidencePackage.envelopeFile(bytes.digest().hex()))) {
        report("are-named-by-their-digest", file, "SHA-256 " + bytes.digest(), "its name");
      }
      if (!envelope.payloadType().equals(Envelope.IN_TOTO)) {
        report("carry-a-statement", file, envelope.payloadType(), Envelope.IN_TOTO);
      }
      if (trust.evidenceKeys().stream().noneMatch(envelope::isSignedBy)) {
        report("are-signed", file, "signed by none of them", trust.keyIds());
      }
      keep(file, bytes.digest(), CanonicalJson.read(envelope.payload().toArray()));
    } catch (IllegalArgumentException malformed) {
      report("can-be-read", file, String.valueOf(malformed.getMessage()), "an envelope (DSSE)");
    }
  }

  private void keep(String file, Digest digest, JsonNode statement) {
    boolean wellFormed =
        statement.path("_type").asText().equals("https://in-toto.io/Statement/v1")
            && statement.path("subject").size() == 1
            && statement.path("subject").path(0).path("digest").path("sha256").isTextual()
            && statement.path("predicate").isObject();
    if (wellFormed) {
      statements.put(digest.hex(), statement);
    } else {
      report("carry-a-statement", file, "another document", "an in-toto statement, one subject");
    }
  }

  private void requireForce(List<PackagedFact> facts) {
    Map<String, PackagedFact> named = new HashMap<>();
    for (PackagedFact fact : facts) {
      for (String envelope : fact.envelopes()) {
        named.put(envelope, fact);
        requireStatement(fact, envelope);
      }
      if (PREDICATES.containsKey(fact.kind()) && fact.envelopes().isEmpty()) {
        report("are-there", "the envelope of " + fact.file(), "not named", "an envelope");
      }
    }
    for (String envelope : statements.keySet()) {
      if (!named.containsKey(envelope)) {
        String file = EvidencePackage.envelopeFile(envelope);
        report("have-their-fact", file, "named by no fact", "a fact that names it");
      }
    }
  }

  private void requireStatement(PackagedFact fact, String envelope) {
    JsonNode statement = statements.get(envelope);
    if (statement == null) {
      String subject = EvidencePackage.envelopeFile(envelope) + " of " + fact.file();
      report("are-there", subject, "missing", "a signed statement");
      return;
    }
    String found = statement.path("predicateType").asText();
    String wanted = PREDICATES.getOrDefault(fact.kind(), found);
    if (!found.equals(wanted)) {
      report("say-what-their-fact-says", fact.file(), found, wanted);
    }
  }

  private void report(String rule, String subject, String value, String limit) {
    findings.add(new Finding("custody/envelopes-" + rule, subject, value, limit));
  }
}
