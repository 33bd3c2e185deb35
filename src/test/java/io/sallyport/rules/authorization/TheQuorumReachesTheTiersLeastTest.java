package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.boundary.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TheQuorumReachesTheTiersLeastTest {

  private final TheQuorumReachesTheTiersLeast rule = new TheQuorumReachesTheTiersLeast();

  @ParameterizedTest
  @CsvSource({"routine,1", "significant,2", "critical,3", "'',3", "unheard-of,3"})
  void S11_each_tier_has_its_least_quorum_and_an_unknown_one_the_most(String tier, int least) {
    assertThat(rule.check(AuthorizationExample.ofTier(tier, least))).isEmpty();
    assertThat(rule.check(AuthorizationExample.ofTier(tier, least + 1))).isEmpty();
    assertThat(rule.check(AuthorizationExample.ofTier(tier, least - 1))).hasSize(1);
  }

  @Test
  void S11_a_quorum_below_the_tiers_least_is_named_whoever_wrote_it() {
    assertThat(rule.check(AuthorizationExample.counted("significant", 1)))
        .hasToString(
            "[authorization/the-quorum-reaches-the-tiers-least: approvals needed is 1; the limit"
                + " is at least 2 in tier significant]");
  }

  @Test
  void S11_a_lower_tier_by_which_gate_3_counted_lowers_nothing() {
    assertThat(rule.check(AuthorizationExample.counted("routine", 1))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void S11_the_table_that_we_ship_asks_for_enough_in_each_tier(Tier tier) throws IOException {
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    try (InputStream table = Files.newInputStream(Path.of("processes/approval-quorum.dmn"))) {
      int needed =
          engine
              .evaluateDecisionTable(
                  engine.parseDecision("approval-quorum", table), Map.of("tier", tier.word()))
              .getSingleResult()
              .getSingleEntry();

      assertThat(rule.check(AuthorizationExample.ofTier(tier.word(), needed))).isEmpty();
    }
  }
}
