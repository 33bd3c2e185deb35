package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.authorization.AuthorizationFacts.GatePassed;
import java.util.List;
import java.util.stream.IntStream;

/** S09, S10, F02: gates 1 and 2 were passed by this very artifact. */
public final class EveryGateWasPassed implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/every-gate-was-passed";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    return IntStream.of(1, 2)
        .filter(gate -> !facts.gatesPassed().contains(new GatePassed(gate, facts.modelDigest())))
        .mapToObj(
            gate ->
                finding("gate " + gate, "not passed", "passed by SHA-256 " + facts.modelDigest()))
        .toList();
  }
}
