package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class APersonDecidesTest {

  private final APersonDecides rule = new APersonDecides();

  @Test
  void S11_a_person_may_decide() {
    assertThat(rule.check(DecisionExample.byAlice())).isEmpty();
  }

  @Test
  void S11_a_service_account_never_decides() {
    assertThat(rule.check(DecisionExample.byMachine()))
        .hasToString(
            "[authorization/a-person-decides: sentinel-pipeline is a service account; the limit is"
                + " a person]");
  }
}
