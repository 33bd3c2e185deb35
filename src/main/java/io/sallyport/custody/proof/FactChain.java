package io.sallyport.custody.proof;

import io.sallyport.rules.Finding;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts of a subject as a chain: ordinals from 1 without a gap, each with the digest of the one
 * before it, as many as the manifest says and ending where it says (P7).
 */
record FactChain(List<PackagedFact> facts, List<Finding> findings) {

  static FactChain of(EvidencePackage packed) {
    FactChain chain = new FactChain(new ArrayList<>(), new ArrayList<>());
    chain.read(packed);
    chain.requireAll(packed.manifest());
    chain.requireLinks(packed);
    chain.requireHead(packed.manifest());
    return chain;
  }

  private void read(EvidencePackage packed) {
    packed.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("facts/"))
        .forEach(file -> read(file.getKey(), file.getValue()));
  }

  private void read(String file, Bytes bytes) {
    try {
      facts.add(PackagedFact.of(file, bytes));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      report("facts-can-be-read", file, String.valueOf(malformed.getMessage()), "a fact");
    }
  }

  private void requireAll(Manifest manifest) {
    List<Integer> there = facts.stream().map(PackagedFact::ordinal).toList();
    int highest = there.stream().mapToInt(Integer::intValue).max().orElse(0);
    int last = Math.min(Math.max(manifest.facts(), highest), StoredZip.FILES_MAX);
    for (int ordinal = 1; ordinal <= last; ordinal++) {
      if (!there.contains(ordinal)) {
        String subject = "fact " + ordinal + " of " + last;
        report("every-fact-is-there", subject, "missing", "facts 1 to " + last);
      }
    }
  }

  private void requireLinks(EvidencePackage packed) {
    Optional<PackagedFact> before = Optional.empty();
    for (PackagedFact fact : facts) {
      if (!fact.file().equals(EvidencePackage.factFile(fact.ordinal()))) {
        report("facts-are-in-their-place", fact.file(), "fact " + fact.ordinal(), "its ordinal");
      }
      if (!fact.subject().equals(packed.subject())) {
        report("facts-are-of-one-subject", fact.file(), fact.subject(), packed.subject());
      }
      Optional<PackagedFact> older = before.filter(fact::follows);
      if (fact.ordinal() == 1 || older.isPresent()) {
        requireLink(fact, older.map(PackagedFact::sha256).map(Digest::hex).orElse("none"));
      }
      before = Optional.of(fact);
    }
  }

  private void requireLink(PackagedFact fact, String wanted) {
    String found = fact.previous().orElse("none");
    if (!found.equals(wanted)) {
      report("each-fact-names-the-one-before", fact.file(), found, wanted);
    }
  }

  private void requireHead(Manifest manifest) {
    String head = facts.isEmpty() ? "none" : facts.get(facts.size() - 1).sha256().hex();
    if (!head.equals(manifest.head())) {
      report("the-last-fact-is-the-head", "the last fact", head, manifest.head());
    }
    if (facts.size() > manifest.facts()) {
      report(
          "every-fact-is-there", "the number of facts", facts.size() + "", manifest.facts() + "");
    }
  }

  private void report(String rule, String subject, String value, String limit) {
    findings.add(new Finding("custody/" + rule, subject, value, limit));
  }
}
