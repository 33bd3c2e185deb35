package io.sallyport.custody.proof;

import io.sallyport.rules.Finding;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts about the realm's keys as a chain of their own (design, trust 5): whoever makes a key
 * to sign in another's name must also have it seen before, for everybody to find.
 */
record RealmChain(List<PackagedFact> facts, List<Finding> findings) {

  static RealmChain of(EvidencePackage packed) {
    RealmChain chain = new RealmChain(new ArrayList<>(), new ArrayList<>());
    packed.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith(EvidencePackage.REALM))
        .forEach(file -> chain.read(file.getKey(), file.getValue()));
    chain.requireLinks();
    return chain;
  }

  /** When this key of this issuer was first seen; empty: no fact says so. */
  Optional<Instant> seen(Bytes key, String issuer) {
    return facts.stream()
        .filter(fact -> fact.kind().equals(RealmKeys.SEEN))
        .filter(fact -> fact.text("issuer").equals(issuer))
        .filter(fact -> RealmKeys.canonical(fact.payload().path("key")).equals(key))
        .map(PackagedFact::recordedAt)
        .findFirst();
  }

  private void read(String file, Bytes bytes) {
    try {
      facts.add(PackagedFact.of(file, bytes));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      report("can-be-read", file, String.valueOf(malformed.getMessage()), "a fact");
    }
  }

  private void requireLinks() {
    String before = "none";
    for (int i = 0; i < facts.size(); i++) {
      PackagedFact fact = facts.get(i);
      String place = RealmKeys.SUBJECT + " " + (i + 1);
      String found = fact.subject() + " " + fact.ordinal();
      if (!found.equals(place)) report("are-complete", fact.file(), found, place);
      String previous = fact.previous().orElse("none");
      if (!previous.equals(before)) report("are-a-chain", fact.file(), previous, before);
      before = fact.sha256().hex();
    }
  }

  private void report(String rule, String subject, String value, String limit) {
    findings.add(new Finding("custody/realm-facts-" + rule, subject, value, limit));
  }
}
