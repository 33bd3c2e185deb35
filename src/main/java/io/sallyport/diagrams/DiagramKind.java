package io.sallyport.diagrams;

/** A diagram shows how a case moves (BPMN) or how a table decides (DMN). */
public enum DiagramKind {
  BPMN,
  DMN
}
