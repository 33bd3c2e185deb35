package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.IntStream;

/** What a submission names against what its program may use (S01, S02, S04, design: trust 1). */
final class AllowList {

  private AllowList() {}

  /** A finding of {@code rule} for each of {@code asked} that is not allowed; at least one is. */
  static List<Finding> check(
      Rule<?> rule, String pointer, List<String> asked, List<String> allowed) {
    if (asked.isEmpty()) {
      return List.of(rule.finding(pointer, "empty", "one or more of " + Shown.of(allowed)));
    }
    return IntStream.range(0, asked.size())
        .filter(i -> !allowed.contains(asked.get(i)))
        .mapToObj(i -> check(rule, pointer + "/" + i, asked.get(i), allowed))
        .flatMap(List::stream)
        .toList();
  }

  static List<Finding> check(Rule<?> rule, String pointer, String asked, List<String> allowed) {
    return allowed.contains(asked)
        ? List.of()
        : List.of(rule.finding(pointer, Shown.of(asked), "one of " + Shown.of(allowed)));
  }
}
