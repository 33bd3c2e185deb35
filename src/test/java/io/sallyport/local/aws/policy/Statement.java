package io.sallyport.local.aws.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One statement: whom it is about, what it is about, when it holds, and what it says then. */
record Statement(
    String sid,
    boolean allows,
    Optional<Principals> principals,
    Words actions,
    Optional<Words> resources,
    List<Condition> conditions) {

  /** A list of patterns, or of all but these. */
  record Words(List<String> patterns, boolean not) {

    boolean covers(String text) {
      return patterns.stream().anyMatch(pattern -> Wildcard.matches(pattern, text)) != not;
    }

    boolean coversAnyCase(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      return patterns.stream()
              .anyMatch(pattern -> Wildcard.matches(pattern.toLowerCase(Locale.ROOT), lower))
          != not;
    }
  }

  /** Whether the statement is about this question; says nothing about how the caller is named. */
  boolean isAbout(Question question) {
    return actions.coversAnyCase(question.action())
        && resources.map(words -> words.covers(question.resource())).orElse(true)
        && conditions.stream().allMatch(condition -> condition.holds(question));
  }
}
