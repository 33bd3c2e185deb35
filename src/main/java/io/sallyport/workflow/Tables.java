package io.sallyport.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** The decision tables in force: the numbers that an owner may change. */
@Component
public class Tables {

  private final DecisionService decisions;

  Tables(DecisionService decisions) {
    this.decisions = decisions;
  }

  /** The one row that {@code table} of the newest release answers: outputs by name. */
  public Map<String, Object> row(String table, Map<String, Object> inputs) {
    return decisions
        .evaluateDecisionTableByKey(table, new HashMap<>(inputs))
        .getSingleResult()
        .getEntryMap();
  }
}
