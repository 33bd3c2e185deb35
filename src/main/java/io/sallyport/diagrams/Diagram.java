package io.sallyport.diagrams;

import io.sallyport.diagrams.picture.Picture;
import io.sallyport.diagrams.rules.DiagramRules;
import io.sallyport.diagrams.rules.Examined;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A BPMN or DMN file as a value: read safely, judged by a rule book, drawn from its own layout.
 * Reading judges nothing but the form; whether the engine may run it is said by {@link #findings}
 * (R01 to R05).
 */
public final class Diagram {

  private final String file;
  private final DiagramKind kind;
  private final String sha256;
  private final Xml xml;
  private final List<Node> nodes;
  private final List<Flow> flows;

  private Diagram(String file, DiagramKind kind, String sha256, Xml xml) {
    this.file = file;
    this.kind = kind;
    this.sha256 = sha256;
    this.xml = xml;
    this.nodes = xml.all("bpmn:process").flatMap(Diagram::nodes).toList();
    this.flows = xml.all("bpmn:sequenceFlow").map(Flow::of).toList();
  }

  /** Reads a file; throws {@link Refused} where it is no BPMN or DMN that can be read safely. */
  public static Diagram read(String file, byte[] bytes) {
    Xml xml = XmlReader.read(file, bytes);
    DiagramKind kind =
        switch (xml.name()) {
          case "bpmn:definitions" -> DiagramKind.BPMN;
          case "dmn:definitions" -> DiagramKind.DMN;
          default ->
              throw new Refused(
                  "diagrams/bpmn-or-dmn", file, xml.name(), "definitions of BPMN 2.0 or DMN 1.3");
        };
    return new Diagram(file, kind, sha256(bytes), xml);
  }

  public String file() {
    return file;
  }

  public DiagramKind kind() {
    return kind;
  }

  /** SHA-256 of the file's bytes, in lower-case hex. */
  public String sha256() {
    return sha256;
  }

  /** The id of the process or of the decision: what others call it by; empty if there is none. */
  public String id() {
    return subject().map(found -> found.attributeOrEmpty("id")).orElse("");
  }

  /** The name of the process or of the decision. */
  public String name() {
    return subject().map(found -> found.attributeOrEmpty("name")).orElse("");
  }

  /** The nodes of the process and of its sub-processes, in the order of the file. */
  public List<Node> nodes() {
    return nodes;
  }

  public List<Flow> flows() {
    return flows;
  }

  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /** Every breach of the book; empty means that the engine may run this file. */
  public List<Finding> findings(AllowList allowList) {
    return DiagramRules.BOOK.check(new Examined(this, allowList));
  }

  /** The picture, from the layout in the file. */
  public String svg(Marks marks) {
    return new Picture(this, marks).svg();
  }

  /** The picture in words: an ordered outline, a line a node, for those who cannot see it. */
  public String inWords() {
    return new Outline(this).text();
  }

  public Xml xml() {
    return xml;
  }

  public Stream<Flow> from(Node node) {
    return flows.stream().filter(flow -> flow.source().equals(node.id()));
  }

  public Stream<Flow> into(Node node) {
    return flows.stream().filter(flow -> flow.target().equals(node.id()));
  }

  public Stream<Node> boundariesOf(Node activity) {
    return nodes.stream()
        .filter(node -> node.attachedTo().filter(activity.id()::equals).isPresent());
  }

  /** The error code behind an error event; empty where the event names none. */
  public Optional<String> errorCode(Node event) {
    return event
        .xml()
        .child("bpmn:errorEventDefinition")
        .flatMap(definition -> definition.attribute("errorRef"))
        .flatMap(
            reference ->
                xml.children("bpmn:error")
                    .filter(error -> error.attributeOrEmpty("id").equals(reference))
                    .findFirst())
        .flatMap(error -> error.attribute("errorCode"));
  }

  private Optional<Xml> subject() {
    return xml.child(kind == DiagramKind.BPMN ? "bpmn:process" : "dmn:decision");
  }

  private static Stream<Node> nodes(Xml scope) {
    return scope.children().stream().flatMap(child -> node(scope, child));
  }

  private static Stream<Node> node(Xml scope, Xml child) {
    Optional<NodeKind> kind = NodeKind.of(child);
    if (kind.isEmpty()) return Stream.empty();
    String name = child.attributeOrEmpty("name");
    Node node =
        new Node(
            child.attributeOrEmpty("id"), kind.get(), name, scope.attributeOrEmpty("id"), child);
    return Stream.concat(Stream.of(node), nodes(child));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return file;
  }
}
