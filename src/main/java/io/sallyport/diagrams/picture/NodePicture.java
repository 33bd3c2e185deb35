package io.sallyport.diagrams.picture;

import io.sallyport.diagrams.Mark;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.diagrams.picture.Layout.Box;
import io.sallyport.diagrams.picture.Layout.Point;
import io.sallyport.diagrams.picture.Layout.Shape;

/** One node: a circle, a diamond or a rounded box, with its sign and its name. */
final class NodePicture {

  private final Svg svg;
  private final Node node;
  private final Shape shape;
  private final Box box;
  private final Mark mark;
  private final String stroke;
  private final Icons icons;

  NodePicture(Svg svg, Node node, Shape shape, Mark mark) {
    this.svg = svg;
    this.node = node;
    this.shape = shape;
    this.box = shape.box();
    this.mark = mark;
    this.stroke = mark.colorOr(shape.stroke());
    this.icons = new Icons(svg, stroke, shape.fill());
  }

  void draw() {
    if (node.kind().isEvent()) event();
    else if (node.kind().isGateway()) gateway();
    else activity();
    if (mark != Mark.NONE) icons.badge(badge(), mark);
  }

  private Point badge() {
    double inset = node.kind().isEvent() || node.kind().isGateway() ? 5 : 2;
    return new Point(box.x() + box.width() - inset, box.y() + inset);
  }

  private Point center() {
    return new Point(box.centerX(), box.centerY());
  }

  private void event() {
    double radius = box.width() / 2;
    boolean inner = node.kind() == NodeKind.BOUNDARY || node.kind() == NodeKind.CATCH;
    double thick = node.kind() == NodeKind.END ? 4 : inner ? 1.5 : 2;
    ring(radius, thick + mark.thicker());
    if (inner) ring(radius - 4, 1.5);
    if (node.has("message")) icons.envelope(center(), 18);
    if (node.has("timer")) icons.clock(center());
    if (node.has("error")) icons.bolt(center(), node.kind() == NodeKind.END);
    outsideLabel();
  }

  private void ring(double radius, double thick) {
    boolean dashed = node.kind() == NodeKind.BOUNDARY && !node.interrupts();
    svg.element(
        "circle",
        "cx",
        box.centerX(),
        "cy",
        box.centerY(),
        "r",
        radius,
        "fill",
        shape.fill(),
        "stroke",
        stroke,
        "stroke-width",
        thick,
        "stroke-dasharray",
        dashed ? "5 3" : "none");
  }

  private void gateway() {
    String half = Svg.number(box.width() / 2);
    String path =
        "M%s %sl%s %sl-%s %sl-%s -%sz"
            .formatted(
                Svg.number(box.centerX()), Svg.number(box.y()), half, half, half, half, half, half);
    svg.element(
        "path",
        "d",
        path,
        "fill",
        shape.fill(),
        "stroke",
        stroke,
        "stroke-width",
        2 + mark.thicker());
    if (node.kind() == NodeKind.PARALLEL) icons.bigPlus(center());
    else icons.cross(center());
    outsideLabel();
  }

  private void outsideLabel() {
    if (node.name().isEmpty()) return;
    Box below = new Box(box.centerX() - 60, box.y() + box.height() + 6, 120, 28);
    Lettering.outside(shape.stroke()).top(svg, node.name(), shape.label().orElse(below));
  }

  private void activity() {
    double thick = node.kind() == NodeKind.CALL ? 5 : 2;
    svg.element(
        "rect",
        "x",
        box.x(),
        "y",
        box.y(),
        "width",
        box.width(),
        "height",
        box.height(),
        "rx",
        10.0,
        "fill",
        shape.fill(),
        "stroke",
        stroke,
        "stroke-width",
        thick + mark.thicker());
    signs();
    Lettering lettering = Lettering.inside(shape.stroke());
    if (node.kind() == NodeKind.SUB_PROCESS) {
      lettering.top(svg, node.name(), new Box(box.x(), box.y() + 8, box.width(), 20));
    } else {
      lettering.center(svg, node.name(), box);
    }
  }

  private void signs() {
    Point corner = new Point(box.x() + 5, box.y() + 5);
    Point foot = new Point(box.centerX(), box.y() + box.height() - 13);
    switch (node.kind()) {
      case SERVICE -> icons.gears(new Point(box.x() + 3, box.y() + 3));
      case USER -> icons.person(corner);
      case RULE -> icons.table(new Point(box.x() + 8, box.y() + 8));
      case RECEIVE -> icons.envelope(new Point(box.x() + 19, box.y() + 16), 21);
      case CALL -> icons.more(foot);
      default -> {} // a phase, or something that is not allowed, has no sign
    }
    if (node.xml().child("bpmn:multiInstanceLoopCharacteristics").isPresent()) icons.bars(foot);
  }
}
