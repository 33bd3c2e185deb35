package io.sallyport.rules;

import java.util.List;

/**
 * The rules of one subject, in the order in which their findings are told.
 *
 * @param <T> the record that all rules of the book judge
 */
public record RuleBook<T>(String name, List<Rule<T>> rules) {

  public RuleBook {
    rules = List.copyOf(rules);
  }

  @SafeVarargs
  public static <T> RuleBook<T> of(String name, Rule<T>... rules) {
    return new RuleBook<>(name, List.of(rules));
  }

  /** The findings of all rules, never only of the first that fails. */
  public List<Finding> check(T facts) {
    return rules.stream().flatMap(rule -> rule.check(facts).stream()).toList();
  }

  /** Goes on only where nothing is found; else refuses with all of it. */
  public void require(T facts) {
    List<Finding> findings = check(facts);
    if (!findings.isEmpty()) throw new Refused(findings);
  }
}
