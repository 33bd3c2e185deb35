package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * S12, F32: limits are set with the choice that takes them, and only narrow what was asked for: an
 * earlier end, fewer principals.
 */
public final class LimitsNarrowWhatWasAsked implements Rule<LimitFacts> {

  private static final String ENDS = LimitFacts.ENDS;
  private static final String PRINCIPALS = LimitFacts.PRINCIPALS;

  @Override
  public String id() {
    return "authorization/limits-narrow-what-was-asked";
  }

  @Override
  public List<Finding> check(LimitFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (!facts.conditional()) {
      for (String limit : facts.limits().keySet().stream().sorted().toList()) {
        findings.add(finding(limit, "set", "empty, unless you approve with limits"));
      }
      return findings;
    }
    if (facts.limits().isEmpty()) {
      findings.add(finding(ENDS, "not set, nor are principals", "an earlier end, or principals"));
    }
    if (facts.limits().containsKey(ENDS)) checkEnd(facts, findings);
    if (facts.limits().containsKey(PRINCIPALS)) checkPrincipals(facts, findings);
    return findings;
  }

  private void checkEnd(LimitFacts facts, List<Finding> findings) {
    String written = facts.limits().getOrDefault(ENDS, "");
    String limit = "a day after " + facts.today() + ", up to " + facts.askedEnd();
    try {
      LocalDate end = LocalDate.parse(written);
      boolean narrows = end.isAfter(facts.today()) && !end.isAfter(facts.askedEnd());
      if (!narrows) findings.add(finding(ENDS, written, limit));
    } catch (DateTimeParseException noDay) {
      findings.add(finding(ENDS, written, limit));
    }
  }

  private void checkPrincipals(LimitFacts facts, List<Finding> findings) {
    facts
        .limits()
        .getOrDefault(PRINCIPALS, "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !facts.askedPrincipals().contains(line))
        .forEach(
            line ->
                findings.add(
                    finding(PRINCIPALS, line, "of " + String.join(", ", facts.askedPrincipals()))));
  }
}
