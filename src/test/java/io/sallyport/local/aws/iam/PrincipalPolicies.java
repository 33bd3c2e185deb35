package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Journal;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.policy.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The policies that hang on users and roles. A change is seen at once by whoever reads it, and
 * takes effect after a delay, as IAM's own propagation does.
 */
public final class PrincipalPolicies {

  /** A policy on a principal; {@code before} is what held until the change took effect. */
  record Held(
      String principalArn,
      String name,
      Optional<String> document,
      Optional<String> before,
      Instant since) {}

  private final Table<Held> table;
  private final Clock clock;
  private final Duration delay;

  PrincipalPolicies(Journal journal, Clock clock, Duration delay) {
    this.table = journal.table("principal-policy", Held.class);
    this.clock = clock;
    this.delay = delay;
  }

  void put(String principalArn, String name, String document) {
    Document.parse(document);
    change(principalArn, name, Optional.of(document));
  }

  void remove(String principalArn, String name) {
    change(principalArn, name, Optional.empty());
  }

  private synchronized void change(String principalArn, String name, Optional<String> document) {
    Optional<String> before = table.find(key(principalArn, name)).flatMap(this::inForce);
    table.put(
        key(principalArn, name), new Held(principalArn, name, document, before, clock.instant()));
  }

  private static String key(String principalArn, String name) {
    return principalArn + "|" + name;
  }

  private Optional<String> inForce(Held held) {
    boolean old = clock.instant().isBefore(held.since().plus(delay));
    return old ? held.before() : held.document();
  }

  /** As written last, whether in force yet or not. */
  Optional<String> find(String principalArn, String name) {
    return table.find(key(principalArn, name)).flatMap(Held::document);
  }

  List<String> names(String principalArn) {
    return table.startingWith(principalArn + "|").stream()
        .filter(held -> held.document().isPresent())
        .map(Held::name)
        .toList();
  }

  /** What holds now. */
  List<Document> inForce(String principalArn) {
    return table.startingWith(principalArn + "|").stream()
        .flatMap(held -> inForce(held).stream())
        .map(Document::parse)
        .toList();
  }
}
