package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * S20, F32: whoever keeps a version in service after an episode says until when, within a year;
 * whoever restricts it leaves it less than it had: fewer principals, fewer instances, an earlier
 * end. A decision that ends the service sets no terms.
 */
public final class TermsFitTheDecision implements Rule<TermFacts> {

  /** Days; a year, as at the submission, so that no authorization is for ever. */
  static final int DAYS_MAX = 366;

  private static final String ENDS = LimitFacts.ENDS;
  private static final String PRINCIPALS = LimitFacts.PRINCIPALS;
  private static final String INSTANCES = LimitFacts.MAXIMUM_INSTANCES;

  @Override
  public String id() {
    return "authorization/terms-fit-the-decision";
  }

  @Override
  public List<Finding> check(TermFacts facts) {
    List<Finding> findings = new ArrayList<>(notTaken(facts));
    if (facts.stays()) checkEnd(facts, findings);
    if (facts.restricts()) {
      checkPrincipals(facts, findings);
      checkInstances(facts, findings);
      if (findings.isEmpty() && !narrows(facts)) {
        findings.add(
            finding(
                "the restriction",
                "not narrower than what is in force",
                "an earlier end, fewer principals, or fewer instances"));
      }
    }
    return findings;
  }

  private List<Finding> notTaken(TermFacts facts) {
    Set<String> set = new TreeSet<>(facts.limits().keySet());
    set.removeAll(taken(facts));
    return set.stream()
        .map(limit -> finding(limit, "set", "empty, unless you choose what takes it"))
        .toList();
  }

  private static Set<String> taken(TermFacts facts) {
    if (facts.restricts()) return Set.of(ENDS, PRINCIPALS, INSTANCES);
    return facts.stays() ? Set.of(ENDS) : Set.of();
  }

  private void checkEnd(TermFacts facts, List<Finding> findings) {
    String written = facts.written(ENDS);
    LocalDate last = facts.on().plusDays(DAYS_MAX);
    String limit = "a day after " + facts.on() + ", up to " + last;
    if (written.isEmpty()) {
      boolean mayBeLeftOut = facts.restricts() && facts.before().lastDay().isAfter(facts.on());
      if (!mayBeLeftOut) findings.add(finding(ENDS, "not set", limit));
      return;
    }
    try {
      LocalDate end = LocalDate.parse(written);
      boolean isWithin = end.isAfter(facts.on()) && !end.isAfter(last);
      if (!isWithin) findings.add(finding(ENDS, written, limit));
    } catch (DateTimeParseException noDay) {
      findings.add(finding(ENDS, written, limit));
    }
  }

  private void checkPrincipals(TermFacts facts, List<Finding> findings) {
    List<String> before = facts.before().consumers();
    principals(facts).stream()
        .filter(line -> !before.contains(line))
        .forEach(
            line -> findings.add(finding(PRINCIPALS, line, "of " + String.join(", ", before))));
  }

  private void checkInstances(TermFacts facts, List<Finding> findings) {
    String written = facts.written(INSTANCES);
    int least = facts.before().minimumInstances();
    int most = facts.before().maximumInstances();
    boolean isWithin =
        written.matches("[0-9]{1,9}")
            && Integer.parseInt(written) >= least
            && Integer.parseInt(written) <= most;
    if (!written.isEmpty() && !isWithin) {
      String limit = "a whole number from " + least + " to " + most;
      findings.add(finding(INSTANCES, written, limit));
    }
  }

  /** Asked of terms that are right one by one. */
  private static boolean narrows(TermFacts facts) {
    Terms before = facts.before();
    List<String> left = principals(facts);
    String end = facts.written(ENDS);
    String instances = facts.written(INSTANCES);
    return (!left.isEmpty() && !left.containsAll(before.consumers()))
        || (!instances.isEmpty() && Integer.parseInt(instances) < before.maximumInstances())
        || (!end.isEmpty() && Terms.start(end).isBefore(before.expires()));
  }

  private static List<String> principals(TermFacts facts) {
    return facts
        .written(PRINCIPALS)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
