package io.sallyport.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;

/** What {@code drift-response} decides, and by which row, from the history of decisions. */
final class DriftRows {

  private static final String TABLE = "drift-response";

  private DriftRows() {}

  /** {@code suspend drift-response-rule-1}. */
  static String decided(String reason, String level, String tier) {
    List<String> before = rows();
    String measure =
        Engine.shared()
            .bean(DecisionService.class)
            .evaluateDecisionTableByKey(
                TABLE, Map.of("reason", reason, "level", level, "tier", tier))
            .getSingleEntry();
    List<String> rows = new ArrayList<>(rows());
    before.forEach(rows::remove);
    return measure + " " + String.join(", ", rows);
  }

  private static List<String> rows() {
    return Engine.shared()
        .bean(HistoryService.class)
        .createHistoricDecisionInstanceQuery()
        .decisionDefinitionKey(TABLE)
        .includeOutputs()
        .list()
        .stream()
        .map(decision -> decision.getOutputs().get(0).getRuleId())
        .toList();
  }
}
