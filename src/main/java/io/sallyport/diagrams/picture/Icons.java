package io.sallyport.diagrams.picture;

import io.sallyport.diagrams.Mark;
import io.sallyport.diagrams.picture.Layout.Point;

/** The small signs in tasks, events and gateways, drawn around or from a point. */
record Icons(Svg svg, String ink, String paper) {

  /** Two cog wheels: a step that the product does. */
  void gears(Point at) {
    gear(new Point(at.x() + 8, at.y() + 8));
    gear(new Point(at.x() + 13, at.y() + 13));
  }

  private void gear(Point center) {
    StringBuilder path = new StringBuilder();
    for (int tooth = 0; tooth < 8; tooth++) {
      double angle = tooth * Math.PI / 4;
      path.append(tooth == 0 ? 'M' : 'L');
      path.append(polar(center, 5.2, angle - 0.3)).append('L');
      path.append(polar(center, 7, angle - 0.2)).append('L');
      path.append(polar(center, 7, angle + 0.2)).append('L');
      path.append(polar(center, 5.2, angle + 0.3));
    }
    path(path + "Z", 1, paper);
    circle(center, 2.6, 1);
  }

  /** Head and shoulders: a task of a person. */
  void person(Point at) {
    String body = "m%s a7.5 7.5 0 0 1 15 0 v4 h-15 z".formatted(pair(at.x(), at.y() + 15));
    path("M" + body.substring(1), 1, paper);
    circle(new Point(at.x() + 7.5, at.y() + 5), 4.4, 1);
  }

  void envelope(Point center, double width) {
    double half = width / 2;
    double tall = width * 0.33;
    double left = center.x() - half;
    double top = center.y() - tall;
    path("M%sh%sv%sh%sz".formatted(pair(left, top), n(width), n(tall * 2), n(-width)), 1, paper);
    path(
        "M%sl%sl%s".formatted(pair(left, top), pair(half, tall * 1.1), pair(half, -tall * 1.1)),
        1,
        "none");
  }

  /** A table with a head: a decision by DMN. */
  void table(Point at) {
    path("M%sh20v14h-20z".formatted(pair(at.x(), at.y())), 1, paper);
    path("M%sh20v4h-20z".formatted(pair(at.x(), at.y())), 1, ink);
    path("M%sh20M%sv14".formatted(pair(at.x(), at.y() + 9), pair(at.x() + 6, at.y())), 1, "none");
  }

  void clock(Point center) {
    circle(center, 10, 1.5);
    StringBuilder ticks = new StringBuilder();
    for (int hour = 0; hour < 12; hour++) {
      double angle = hour * Math.PI / 6;
      ticks
          .append('M')
          .append(polar(center, 8, angle))
          .append('L')
          .append(polar(center, 10, angle));
    }
    path(ticks.toString(), 1, "none");
    path(
        "M%sl1.5 -7.5M%sl6 1.5"
            .formatted(pair(center.x(), center.y()), pair(center.x(), center.y())),
        1.5,
        "none");
  }

  /** An error; filled where it is thrown, as an outline where it is caught. */
  void bolt(Point center, boolean thrown) {
    String zigzag = "l4.2 -13.6 l5 7.2 l4.8 -9.4 l-3.8 14.2 l-5.2 -7.4z";
    path("M" + pair(center.x() - 7, center.y() + 7.4) + zigzag, 1.5, thrown ? ink : "none");
  }

  /** The X of an exclusive choice. */
  void cross(Point center) {
    path(
        "M%sl14 17M%sl-14 17"
            .formatted(
                pair(center.x() - 7, center.y() - 8.5), pair(center.x() + 7, center.y() - 8.5)),
        4,
        "none");
  }

  void bigPlus(Point center) {
    path(
        "M%sh18M%sv18"
            .formatted(pair(center.x() - 9, center.y()), pair(center.x(), center.y() - 9)),
        3.5,
        "none");
  }

  /** A plus in a box: there is a process behind it. */
  void more(Point center) {
    path("M%sh14v14h-14z".formatted(pair(center.x() - 7, center.y() - 7)), 1.2, "none");
    path(
        "M%sh9M%sv9"
            .formatted(pair(center.x() - 4.5, center.y()), pair(center.x(), center.y() - 4.5)),
        1.4,
        "none");
  }

  /** Three bars: one task for each of several people. */
  void bars(Point center) {
    double top = center.y() - 6;
    path(
        "M%sv12M%sv12M%sv12"
            .formatted(pair(center.x() - 4, top), pair(center.x(), top), pair(center.x() + 4, top)),
        2.2,
        "none");
  }

  /** The sign of a mark, so that nothing is said by colour alone. */
  void badge(Point center, Mark mark) {
    String color = mark.colorOr(ink);
    svg.element(
        "circle",
        "cx",
        center.x(),
        "cy",
        center.y(),
        "r",
        9.0,
        "fill",
        color,
        "stroke",
        Layout.PAPER,
        "stroke-width",
        1.5);
    String sign =
        switch (mark) {
          case PASSED -> "M%sl3 3.5 l5.5 -7".formatted(pair(center.x() - 4.2, center.y() + 0.4));
          case FAILED -> "M%sl7 7 m0 -7 l-7 7".formatted(pair(center.x() - 3.5, center.y() - 3.5));
          case CURRENT, NONE ->
              "M%sl6 3.5 l-6 3.5z".formatted(pair(center.x() - 2, center.y() - 3.5));
        };
    svg.element("path", "d", sign, "fill", "none", "stroke", Layout.PAPER, "stroke-width", 2.0);
  }

  void circle(Point center, double radius, double thick) {
    svg.element(
        "circle",
        "cx",
        center.x(),
        "cy",
        center.y(),
        "r",
        radius,
        "fill",
        paper,
        "stroke",
        ink,
        "stroke-width",
        thick);
  }

  private void path(String path, double thick, String fill) {
    svg.element("path", "d", path, "fill", fill, "stroke", ink, "stroke-width", thick);
  }

  private static String polar(Point center, double radius, double angle) {
    return pair(center.x() + radius * Math.sin(angle), center.y() - radius * Math.cos(angle));
  }

  private static String pair(double x, double y) {
    return n(x) + " " + n(y);
  }

  private static String n(double value) {
    return Svg.number(value);
  }
}
