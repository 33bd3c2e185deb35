package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * S11: a task of a person has a name for the inbox, somebody who may do it, its own form, and the
 * listener that lets it end only with a recorded signature.
 */
public final class HumanTasksAreSigned implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/human-tasks-are-signed";
  }

  @Override
  public List<Finding> check(Examined examined) {
    return examined.nodes(NodeKind.USER).flatMap(this::task).toList();
  }

  private Stream<Finding> task(Node task) {
    List<Finding> findings = new ArrayList<>();
    if (task.xml().all("camunda:taskListener").count() != 1) {
      findings.add(finding(task.id(), "not signed", "one ${signatureRecorded} at complete"));
    }
    if (task.name().isBlank()) {
      findings.add(finding(task.id(), "without a name", "a name for the inbox"));
    }
    if (task.formKey().filter(task.id()::equals).isEmpty()) {
      findings.add(
          finding("the form of " + task.id(), task.formKey().orElse("missing"), task.id()));
    }
    boolean assigned =
        Stream.of("camunda:assignee", "camunda:candidateGroups")
            .anyMatch(attribute -> !task.xml().attributeOrEmpty(attribute).isBlank());
    if (!assigned) findings.add(finding(task.id(), "nobody’s", "an assignee or a group"));
    return findings.stream();
  }
}
