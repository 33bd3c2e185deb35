package io.sallyport.custody.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Facts in the form in which the ledger keeps them, each linked to the one before. */
final class ExampleFacts {

  private ExampleFacts() {}

  /** What a fact says. */
  record Said(String subject, String kind, String actor, Instant at, Map<String, Object> payload) {}

  /** Appends it to the facts of its subject. */
  static void append(List<Bytes> facts, Said said) {
    Map<String, Object> fact = new TreeMap<>();
    fact.put("kind", said.kind());
    fact.put("kindVersion", 1);
    fact.put("subject", said.subject());
    fact.put("ordinal", facts.size() + 1);
    if (!facts.isEmpty()) fact.put("previous", facts.get(facts.size() - 1).digest().hex());
    fact.put("actor", said.actor());
    fact.put("occurredAt", said.at().toString());
    fact.put("recordedAt", said.at().toString());
    fact.put("payload", said.payload());
    facts.add(Bytes.of(CanonicalJson.write(fact)));
  }
}
