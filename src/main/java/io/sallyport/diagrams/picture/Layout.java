package io.sallyport.diagrams.picture;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the file itself says that its elements lie: boxes, lines, labels, colours (BPMN DI). */
public record Layout(Map<String, Shape> shapes, Map<String, Line> lines) {

  public static final String INK = "#22242A";
  public static final String PAPER = "#FFFFFF";

  record Point(double x, double y) {}

  public record Box(double x, double y, double width, double height) {

    public double centerX() {
      return x + width / 2;
    }

    public double centerY() {
      return y + height / 2;
    }

    private Stream<Point> corners() {
      return Stream.of(new Point(x, y), new Point(x + width, y + height));
    }
  }

  record Shape(Box box, Optional<Box> label, String fill, String stroke) {}

  public record Line(List<Point> points, Optional<Box> label) {}

  public static Layout of(Diagram diagram) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Map<String, Line> lines = new LinkedHashMap<>();
    diagram.xml().all("bpmndi:BPMNShape").forEach(xml -> shapes.put(element(xml), shape(xml)));
    diagram.xml().all("bpmndi:BPMNEdge").forEach(xml -> lines.put(element(xml), line(xml)));
    return new Layout(shapes, lines);
  }

  /** The smallest box that holds everything, with a margin. */
  Box frame() {
    List<Point> points = new ArrayList<>();
    shapes.values().forEach(shape -> shape.box().corners().forEach(points::add));
    Stream.concat(
            shapes.values().stream().flatMap(shape -> shape.label().stream()),
            lines.values().stream().flatMap(line -> line.label().stream()))
        .forEach(label -> label.corners().forEach(points::add));
    lines.values().forEach(line -> points.addAll(line.points()));
    double left = points.stream().mapToDouble(Point::x).min().orElse(0) - 20;
    double top = points.stream().mapToDouble(Point::y).min().orElse(0) - 20;
    double right = points.stream().mapToDouble(Point::x).max().orElse(0) + 20;
    double bottom = points.stream().mapToDouble(Point::y).max().orElse(0) + 20;
    return new Box(left, top, right - left, bottom - top);
  }

  private static String element(Xml xml) {
    return xml.attributeOrEmpty("bpmnElement");
  }

  private static Shape shape(Xml xml) {
    return new Shape(
        box(xml).orElse(new Box(0, 0, 0, 0)),
        xml.child("bpmndi:BPMNLabel").flatMap(Layout::box),
        color(xml, "color:background-color", PAPER),
        color(xml, "color:border-color", INK));
  }

  private static Line line(Xml xml) {
    List<Point> points =
        xml.children("di:waypoint")
            .map(point -> new Point(number(point, "x"), number(point, "y")))
            .toList();
    return new Line(points, xml.child("bpmndi:BPMNLabel").flatMap(Layout::box));
  }

  private static Optional<Box> box(Xml xml) {
    return xml.child("dc:Bounds")
        .map(
            bounds ->
                new Box(
                    number(bounds, "x"),
                    number(bounds, "y"),
                    number(bounds, "width"),
                    number(bounds, "height")));
  }

  /** Only the form that the picture can carry; anything else is drawn in plain ink. */
  private static String color(Xml xml, String attribute, String plain) {
    return xml.attribute(attribute).filter(text -> text.matches("#[0-9A-Fa-f]{6}")).orElse(plain);
  }

  private static double number(Xml xml, String attribute) {
    String text = xml.attributeOrEmpty(attribute);
    return text.matches("-?[0-9]{1,6}(?:\\.[0-9]{1,9})?") ? Double.parseDouble(text) : 0;
  }
}
