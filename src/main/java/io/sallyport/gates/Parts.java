package io.sallyport.gates;

import io.sallyport.authority.SignedDecision;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.rules.authorization.AuthorizationHistory;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who had which part in a version, from its facts; what counts as one, the law says. */
@Component
public class Parts {

  private final Ledger ledger;

  Parts(Ledger ledger) {
    this.ledger = ledger;
  }

  /** By subject id: {@code submitted it}. */
  public Map<String, List<String>> of(String modelVersion) {
    return new AuthorizationHistory(Lineage.of(ledger, modelVersion).past()).parts();
  }

  /** How many of the signed decisions have one of these outcomes. */
  public static int count(List<SignedDecision> signed, String... outcomes) {
    List<String> counted = List.of(outcomes);
    return (int)
        signed.stream()
            .filter(decision -> counted.contains(decision.outcome()))
            .map(SignedDecision::person)
            .distinct()
            .count();
  }
}
