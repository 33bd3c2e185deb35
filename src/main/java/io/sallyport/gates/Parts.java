package io.sallyport.gates;

import io.sallyport.authority.SignedDecision;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.Lineage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who had which part in a version (AC-5, design trust 6), from facts: whoever submitted it, built
 * an image, or reviewed its findings does not decide on its promotion.
 */
@Component
class Parts {

  private final Ledger ledger;

  Parts(Ledger ledger) {
    this.ledger = ledger;
  }

  /** By subject id: {@code submitted it}. */
  Map<String, List<String>> of(String modelVersion) {
    Map<String, List<String>> parts = new HashMap<>();
    for (RecordedFact fact : Lineage.of(ledger, modelVersion).facts()) {
      switch (fact.kind()) {
        case Lineage.SUBMITTED -> add(parts, fact.actor(), "submitted it");
        case CheckImages.CHECKED ->
            fact.payload()
                .path("builders")
                .forEach(builder -> add(parts, builder.asText(), "built an image of it"));
        case Lineage.DECISION_SIGNED -> reviewed(parts, fact);
        default -> {}
      }
    }
    return parts;
  }

  private static void reviewed(Map<String, List<String>> parts, RecordedFact fact) {
    if (fact.payload().path("task").asText().equals(ReviewFindings.TASK)) {
      add(parts, fact.actor(), "reviewed its findings");
    }
  }

  private static void add(Map<String, List<String>> parts, String person, String part) {
    parts.computeIfAbsent(person, none -> new ArrayList<>()).add(part);
  }

  /** How many of the signed decisions have one of these outcomes. */
  static int count(List<SignedDecision> signed, String... outcomes) {
    List<String> counted = List.of(outcomes);
    return (int)
        signed.stream()
            .filter(decision -> counted.contains(decision.outcome()))
            .map(SignedDecision::person)
            .distinct()
            .count();
  }
}
