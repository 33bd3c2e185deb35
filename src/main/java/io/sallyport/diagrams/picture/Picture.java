package io.sallyport.diagrams.picture;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.DiagramKind;
import io.sallyport.diagrams.Mark;
import io.sallyport.diagrams.Marks;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.diagrams.Xml;
import io.sallyport.diagrams.picture.Layout.Box;
import io.sallyport.diagrams.picture.Layout.Line;
import io.sallyport.diagrams.picture.Layout.Shape;
import io.sallyport.rules.Refused;
import java.util.function.Predicate;

/**
 * The one renderer for diagrams: SVG from the file's own layout, with marks. It serves pages,
 * generated documentation and evidence packages.
 */
public final class Picture {

  private final Diagram diagram;
  private final Marks marks;
  private final Layout layout;
  private final Svg svg = new Svg();

  public Picture(Diagram diagram, Marks marks) {
    if (diagram.kind() != DiagramKind.BPMN) {
      throw new Refused("diagrams/picture", diagram.file(), diagram.kind(), DiagramKind.BPMN);
    }
    this.diagram = diagram;
    this.marks = marks;
    this.layout = Layout.of(diagram);
  }

  public String svg() {
    open(layout.frame(), diagram.name().isEmpty() ? diagram.id() : diagram.name());
    draw(node -> node.kind() == NodeKind.SUB_PROCESS);
    layout.lines().forEach(this::draw);
    draw(node -> node.kind() != NodeKind.SUB_PROCESS && node.kind() != NodeKind.BOUNDARY);
    draw(node -> node.kind() == NodeKind.BOUNDARY);
    diagram.xml().all("bpmn:textAnnotation").forEach(this::note);
    layout.lines().forEach(this::label);
    return svg.close("svg").toString();
  }

  private void open(Box frame, String name) {
    String view =
        String.join(
            " ",
            Svg.number(frame.x()),
            Svg.number(frame.y()),
            Svg.number(frame.width()),
            Svg.number(frame.height()));
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "role",
        "img",
        "aria-label",
        name,
        "width",
        frame.width(),
        "height",
        frame.height(),
        "viewBox",
        view);
    svg.words("title", name);
    svg.element(
        "rect",
        "x",
        frame.x(),
        "y",
        frame.y(),
        "width",
        frame.width(),
        "height",
        frame.height(),
        "fill",
        Layout.PAPER);
  }

  private void draw(Predicate<Node> wanted) {
    diagram.nodes().stream().filter(wanted).forEach(this::draw);
  }

  private void draw(Node node) {
    Shape shape = layout.shapes().get(node.id());
    if (shape == null) return; // the model test wants a shape for each node; a draft may lack one
    Mark mark = marks.of(node.id());
    svg.open("g", "class", "node", "data-element", node.id());
    String title = node.kind().words() + ": " + node.title();
    svg.words("title", mark == Mark.NONE ? title : title + " (" + mark.words() + ")");
    new NodePicture(svg, node, shape, mark).draw();
    svg.close("g");
  }

  private void draw(String id, Line line) {
    Arrow arrow = new Arrow(svg, line.points());
    if (diagram.xml().all("bpmn:association").anyMatch(xml -> xml.label().endsWith(" " + id))) {
      arrow.dots();
      return;
    }
    Mark mark = marks.of(id);
    arrow.draw(mark.colorOr(Layout.INK), 2 + mark.thicker());
    if (isDefault(id)) arrow.slash();
  }

  private boolean isDefault(String flow) {
    return diagram.nodes().stream()
        .anyMatch(node -> node.xml().attributeOrEmpty("default").equals(flow));
  }

  private void label(String id, Line line) {
    diagram.flows().stream()
        .filter(flow -> flow.id().equals(id) && !flow.name().isEmpty())
        .forEach(flow -> line.label().ifPresent(box -> label(flow.name(), box)));
  }

  private void label(String words, Box box) {
    Lettering.outside(Layout.INK).top(svg, words, box);
  }

  private void note(Xml note) {
    Shape shape = layout.shapes().get(note.attributeOrEmpty("id"));
    if (shape == null) return;
    Box box = shape.box();
    String path =
        "M%s %sh-10v%sh10"
            .formatted(Svg.number(box.x() + 10), Svg.number(box.y()), Svg.number(box.height()));
    svg.element("path", "d", path, "fill", "none", "stroke", Layout.INK, "stroke-width", 2.0);
    String words = note.child("bpmn:text").map(Xml::text).orElse("");
    Box inner = new Box(box.x() + 8, box.y() + 5, box.width() - 8, box.height() - 5);
    Lettering.note().top(svg, words, inner);
  }
}
