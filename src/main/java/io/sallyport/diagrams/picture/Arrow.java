package io.sallyport.diagrams.picture;

import io.sallyport.diagrams.picture.Layout.Point;
import java.util.List;

/** A line through points with rounded corners, and what BPMN puts at its ends. */
final class Arrow {

  private static final double CORNER = 6;
  private static final double HEAD_LENGTH = 11;
  private static final double HEAD_HALF = 5;

  private final Svg svg;
  private final List<Point> points;

  Arrow(Svg svg, List<Point> points) {
    this.svg = svg;
    this.points = points;
  }

  /** The line, and the head at its end; the head is drawn here, so that no id is needed. */
  void draw(String color, double thick) {
    if (points.size() < 2) return;
    Point tip = points.get(points.size() - 1);
    Point before = points.get(points.size() - 2);
    Point foot = towards(tip, before, HEAD_LENGTH - 2);
    svg.element(
        "path",
        "d",
        path(foot),
        "fill",
        "none",
        "stroke",
        color,
        "stroke-width",
        thick,
        "stroke-linejoin",
        "round");
    Point base = towards(tip, before, HEAD_LENGTH);
    double length = distance(tip, before);
    double acrossX = (tip.y() - before.y()) / length * HEAD_HALF;
    double acrossY = (tip.x() - before.x()) / length * HEAD_HALF;
    String head =
        "M%sL%sL%sz"
            .formatted(
                pair(tip),
                pair(new Point(base.x() + acrossX, base.y() - acrossY)),
                pair(new Point(base.x() - acrossX, base.y() + acrossY)));
    svg.element("path", "d", head, "fill", color);
  }

  /** The dotted line to a note. */
  void dots() {
    if (points.size() < 2) return;
    svg.element(
        "path",
        "d",
        path(points.get(points.size() - 1)),
        "fill",
        "none",
        "stroke",
        Layout.INK,
        "stroke-width",
        1.5,
        "stroke-dasharray",
        "0 5",
        "stroke-linecap",
        "round");
  }

  /** The stroke across the beginning of a default flow. */
  void slash() {
    if (points.size() < 2) return;
    Point at = towards(points.get(0), points.get(1), 10);
    svg.element(
        "path",
        "d",
        "M%sL%s"
            .formatted(
                pair(new Point(at.x() - 6, at.y() + 3)), pair(new Point(at.x() + 6, at.y() - 3))),
        "fill",
        "none",
        "stroke",
        Layout.INK,
        "stroke-width",
        2.0);
  }

  private String path(Point end) {
    StringBuilder path = new StringBuilder("M").append(pair(points.get(0)));
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      Point in = towards(corner, points.get(i - 1), CORNER);
      Point out = towards(corner, points.get(i + 1), CORNER);
      path.append('L').append(pair(in));
      path.append('Q').append(pair(corner)).append(' ').append(pair(out));
    }
    return path.append('L').append(pair(end)).toString();
  }

  private static Point towards(Point from, Point to, double length) {
    double share = Math.min(0.5, length / Math.max(distance(from, to), 0.001));
    return new Point(
        from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
  }

  private static double distance(Point one, Point other) {
    return Math.max(Math.hypot(one.x() - other.x(), one.y() - other.y()), 0.001);
  }

  private static String pair(Point point) {
    return Svg.number(point.x()) + " " + Svg.number(point.y());
  }
}
