package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.DiagramKind;
import io.sallyport.diagrams.Xml;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** A file holds one process, executable, or one decision: what is reviewed is what is deployed. */
public final class OneSubjectAFile implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/one-subject-a-file";
  }

  private static final String LIMIT = "exactly one, and executable";

  @Override
  public List<Finding> check(Examined examined) {
    boolean bpmn = examined.diagram().kind() == DiagramKind.BPMN;
    List<Xml> subjects = examined.elements(bpmn ? "bpmn:process" : "dmn:decision").toList();
    if (subjects.size() != 1) {
      return List.of(finding("the file", subjects.size() + " processes or decisions", LIMIT));
    }
    String executable = subjects.get(0).attributeOrEmpty("isExecutable");
    return bpmn && !executable.equals("true")
        ? List.of(finding(subjects.get(0).label(), "not executable", LIMIT))
        : List.of();
  }
}
