package io.sallyport.processes;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the engine has gone through of its diagrams and tables, from its own records: a node counts
 * when it was left and not cancelled, a flow when it was taken, a row when it decided, each in a
 * transaction that was committed.
 */
record Coverage(List<Line> lines) {

  /** An error end is cancelled by the very error that it throws. */
  private static final String GONE_THROUGH =
      """
      select distinct process, activity
        from workflow.activity
       where left_at is not null
         and (not canceled or kind = 'errorEndEvent')
      """;

  /** Of one diagram or table: the covered ones of all nodes, flows or rows. */
  record Line(String file, String what, Set<String> all, Set<String> missing) {

    static Line of(String file, String what, Collection<String> all, Set<String> seen) {
      Set<String> missing = new TreeSet<>(all);
      missing.removeIf(id -> seen.contains(file + " " + id));
      return new Line(file, what, new TreeSet<>(all), missing);
    }

    @Override
    public String toString() {
      int covered = all.size() - missing.size();
      return "%-28s | %-5s | %2d of %2d".formatted(file, what, covered, all.size());
    }
  }

  static Coverage of(Engine engine) {
    Set<String> nodes = nodes(engine.bean(JdbcClient.class));
    Set<String> flows = engine.bean(Footprints.class).taken();
    Set<String> rows = rows(engine.bean(HistoryService.class));
    RepositoryService repository = engine.bean(RepositoryService.class);
    List<Line> lines = new ArrayList<>();
    for (ProcessDefinition process : engine.processes()) {
      String file = process.getKey();
      lines.add(Line.of(file, "nodes", elements(repository, process, FlowNode.class), nodes));
      lines.add(Line.of(file, "flows", elements(repository, process, SequenceFlow.class), flows));
    }
    for (DecisionDefinition table :
        repository.createDecisionDefinitionQuery().latestVersion().list()) {
      lines.add(Line.of(table.getKey(), "rows", rules(repository, table), rows));
    }
    return new Coverage(lines);
  }

  /** What nothing went through: a line each, by its id. */
  List<String> missing() {
    return lines.stream()
        .flatMap(line -> line.missing().stream().map(id -> line.file() + " " + id))
        .toList();
  }

  /** A line for each file, and the classes of this package that did not run. */
  String table() {
    String notRun = CoverageTest.notRun().stream().map(Class::getSimpleName).collect(joining(", "));
    return lines.stream()
        .map(Line::toString)
        .collect(
            joining(
                "\n",
                "\nWhat the engine went through\n",
                "\n" + (notRun.isEmpty() ? "" : "not run: " + notRun + "\n")));
  }

  private static Set<String> nodes(JdbcClient jdbc) {
    return jdbc
        .sql(GONE_THROUGH)
        .query((row, number) -> row.getString("process") + " " + row.getString("activity"))
        .list()
        .stream()
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> rows(HistoryService history) {
    return history.createHistoricDecisionInstanceQuery().includeOutputs().list().stream()
        .flatMap(
            decision ->
                decision.getOutputs().stream()
                    .map(HistoricDecisionOutputInstance::getRuleId)
                    .map(rule -> decision.getDecisionDefinitionKey() + " " + rule))
        .collect(toCollection(TreeSet::new));
  }

  private static <T extends FlowElement> List<String> elements(
      RepositoryService repository, ProcessDefinition process, Class<T> type) {
    Function<FlowElement, String> id = FlowElement::getId;
    return repository.getBpmnModelInstance(process.getId()).getModelElementsByType(type).stream()
        .map(id)
        .toList();
  }

  private static List<String> rules(RepositoryService repository, DecisionDefinition table) {
    return repository.getDmnModelInstance(table.getId()).getModelElementsByType(Rule.class).stream()
        .map(DmnElement::getId)
        .toList();
  }
}
