package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.AllowList;
import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.diagrams.Xml;
import java.util.stream.Stream;

/** What a rule of the book judges: a diagram, against the list of what may be used. */
public record Examined(Diagram diagram, AllowList allowList) {

  Stream<Node> nodes(NodeKind kind) {
    return diagram.nodes().stream().filter(node -> node.kind() == kind);
  }

  /** All elements of the file, the layout too, in the order of the file. */
  Stream<Xml> elements() {
    return diagram.xml().all();
  }

  Stream<Xml> elements(String name) {
    return diagram.xml().all(name);
  }
}
