package io.sallyport.diagrams;

import io.sallyport.diagrams.picture.Layout;
import io.sallyport.diagrams.picture.Layout.Box;
import io.sallyport.diagrams.picture.Lettering;
import io.sallyport.diagrams.picture.Svg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The parts of the product and the arrows between them, level by level. An arrow that others
 * already imply is left out; each box names all in its title.
 */
final class ModulePicture {

  private static final double WIDTH = 880;
  private static final double ROW = 92;
  private static final double BOX_WIDTH = 124;
  private static final double BOX_HEIGHT = 40;
  private static final double MIDDLE = 300;
  private static final double MIDDLE_OF_LAW = 470; // so that what a program uses passes the rest
  private static final Map<String, Double> ASIDE = Map.of("cli", 660.0, "jobs", 800.0);

  private final Map<String, SortedSet<String>> arrows;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Svg svg = new Svg();
  private final double height;

  ModulePicture(List<List<String>> levels, Map<String, SortedSet<String>> arrows) {
    this.arrows = arrows;
    this.height = levels.size() * ROW + 20;
    for (int level = 0; level < levels.size(); level++) {
      place(levels.get(level), 20 + level * ROW);
    }
  }

  String svg() {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "role",
        "img",
        "aria-label",
        "The parts of Sallyport and what each uses",
        "viewBox",
        "0 0 " + Svg.number(WIDTH) + " " + Svg.number(height));
    svg.words("title", "The parts of Sallyport and what each uses");
    svg.element("rect", "width", WIDTH, "height", height, "fill", Layout.PAPER);
    boxes.keySet().forEach(this::arrowsFrom);
    boxes.forEach(this::box);
    return svg.close("svg").toString();
  }

  private void place(List<String> level, double y) {
    List<String> middle = new ArrayList<>(level);
    middle.removeIf(part -> ASIDE.containsKey(part) || !arrows.containsKey(part));
    double step = BOX_WIDTH + 36;
    double center = level.contains("rules") ? MIDDLE_OF_LAW : MIDDLE;
    double first = center - step * (middle.size() - 1) / 2;
    for (String part : level) {
      if (!arrows.containsKey(part)) continue;
      double x = ASIDE.getOrDefault(part, first + step * middle.indexOf(part));
      boxes.put(part, new Box(x - BOX_WIDTH / 2, y, BOX_WIDTH, BOX_HEIGHT));
    }
  }

  private void box(String part, Box box) {
    svg.open("g");
    Set<String> used = arrows.get(part);
    svg.words(
        "title", part + (used.isEmpty() ? " uses nothing" : " uses " + String.join(", ", used)));
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
        6.0,
        "fill",
        Layout.PAPER,
        "stroke",
        Layout.INK,
        "stroke-width",
        1.5);
    Lettering.inside(Layout.INK).center(svg, part, box);
    svg.close("g");
  }

  private void arrowsFrom(String part) {
    for (String used : arrows.get(part)) {
      if (!implied(part, used)) arrow(boxes.get(part), boxes.get(used));
    }
  }

  private boolean implied(String part, String used) {
    return arrows.get(part).stream()
        .anyMatch(between -> !between.equals(used) && reaches(between, used));
  }

  private boolean reaches(String part, String used) {
    return arrows.get(part).contains(used)
        || arrows.get(part).stream().anyMatch(between -> reaches(between, used));
  }

  private void arrow(Box from, Box to) {
    boolean beside = from.y() == to.y();
    boolean right = to.x() > from.x();
    double x1 = beside ? (right ? from.x() + from.width() : from.x()) : from.centerX();
    double y1 = beside ? from.centerY() : from.y() + from.height();
    double x2 = beside ? (right ? to.x() : to.x() + to.width()) : to.centerX();
    double y2 = beside ? to.centerY() : to.y();
    double length = Math.hypot(x2 - x1, y2 - y1);
    double dx = (x2 - x1) / length;
    double dy = (y2 - y1) / length;
    svg.element(
        "path",
        "d",
        move("M", x1, y1) + move("L", x2 - 8 * dx, y2 - 8 * dy),
        "fill",
        "none",
        "stroke",
        Layout.INK);
    svg.element(
        "path",
        "d",
        move("M", x2, y2)
            + move("L", x2 - 9 * dx - 4 * dy, y2 - 9 * dy + 4 * dx)
            + move("L", x2 - 9 * dx + 4 * dy, y2 - 9 * dy - 4 * dx)
            + "Z",
        "fill",
        Layout.INK);
  }

  private static String move(String command, double x, double y) {
    return command + Svg.number(x) + " " + Svg.number(y);
  }
}
