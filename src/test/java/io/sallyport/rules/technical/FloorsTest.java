package io.sallyport.rules.technical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Refused;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The floors as the real decision table gives them. */
class FloorsTest {

  @ParameterizedTest
  @CsvSource({
    "routine, 0.70, 0.60, 0.60, 0.70, 0.30",
    "significant, 0.80, 0.75, 0.75, 0.80, 0.50",
    "critical, 0.85, 0.80, 0.80, 0.85, 0.70",
    "unheard-of, 0.85, 0.80, 0.80, 0.85, 0.70"
  })
  void S09_each_tier_has_its_floors_and_an_unknown_one_the_highest(
      String tier, String accuracy, String balanced, String macroF1, String auroc, String r2)
      throws Exception {
    assertThat(Floors.of(table(tier)))
        .isEqualTo(
            new Floors(
                300,
                30,
                Map.of(
                    "accuracy", accuracy,
                    "balanced-accuracy", balanced,
                    "macro-f1", macroF1,
                    "auroc", auroc,
                    "r2", r2),
                "0.005",
                10));
  }

  @Test
  void S09_a_table_may_name_a_floor_for_any_metric() throws Exception {
    Map<String, Object> outputs = new HashMap<>(table("routine"));
    outputs.put("maximumExpectedCalibrationError", "0.10");

    assertThat(Floors.of(outputs).floor("expected-calibration-error"))
        .contains(new Floor(Metric.AT_MOST, new BigDecimal("0.10")));
  }

  @Test
  void S09_a_floor_that_is_missing_is_refused() throws Exception {
    Map<String, Object> outputs = new HashMap<>(table("routine"));
    outputs.remove("minimumRows");

    assertThatThrownBy(() -> Floors.of(outputs))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "gate-1/the-floors-are-complete: minimumRows is missing; the limit is a number");
  }

  @Test
  void S09_a_floor_of_an_unknown_metric_is_refused() throws Exception {
    Map<String, Object> outputs = new HashMap<>(table("routine"));
    outputs.put("minimumLogLoss", "0.1");

    assertThatThrownBy(() -> Floors.of(outputs))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "gate-1/the-floors-are-complete: minimumLogLoss is unknown;"
                + " the limit is a floor of a known metric");
  }

  private static Map<String, Object> table(String tier) throws Exception {
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    try (InputStream table = Files.newInputStream(Path.of("processes/gate-1-thresholds.dmn"))) {
      return engine
          .evaluateDecisionTable(
              engine.parseDecision("gate-1-thresholds", table), Map.of("tier", tier))
          .getSingleResult()
          .getEntryMap();
    }
  }
}
