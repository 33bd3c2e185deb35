package io.sallyport.processes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an engine has gone through of its diagrams and tables, from its own records: a node counts
 * when it was left and not cancelled, a flow when it was taken, a row when it decided, each in a
 * transaction that was committed.
 */
final class Seen {

  /** An error end is cancelled by the very error that it throws. */
  private static final String GONE_THROUGH =
      """
      select distinct process || ' ' || activity
        from workflow.activity
       where left_at is not null
         and (not canceled or kind = 'errorEndEvent')
      """;

  private Seen() {}

  /** {@code <process> <node>}, {@code <process> <flow>} or {@code <table> <row>} of each. */
  static Set<String> by(Engine engine) {
    Set<String> seen = new TreeSet<>(engine.bean(Footprints.class).taken());
    seen.addAll(nodes(engine.bean(JdbcClient.class)));
    engine
        .bean(HistoryService.class)
        .createHistoricDecisionInstanceQuery()
        .includeOutputs()
        .list()
        .stream()
        .flatMap(Seen::rows)
        .forEach(seen::add);
    return seen;
  }

  private static List<String> nodes(JdbcClient jdbc) {
    return jdbc.sql(GONE_THROUGH).query(String.class).list();
  }

  private static Stream<String> rows(HistoricDecisionInstance decision) {
    return decision.getOutputs().stream()
        .map(output -> decision.getDecisionDefinitionKey() + " " + output.getRuleId());
  }
}
