package io.sallyport.diagrams.picture;

import io.sallyport.diagrams.picture.Layout.Box;
import java.util.ArrayList;
import java.util.List;

/** Text in the picture: broken into lines by the usual widths of a sans-serif face. */
public record Lettering(double size, String color, String anchor) {

  static final String FACE = "Arial, Helvetica, sans-serif";

  public static Lettering inside(String color) {
    return new Lettering(12, color, "middle");
  }

  static Lettering outside(String color) {
    return new Lettering(11, color, "middle");
  }

  static Lettering note() {
    return new Lettering(12, Layout.INK, "start");
  }

  /** In the middle of the box. */
  public void center(Svg svg, String words, Box box) {
    List<String> lines = balanced(words, box.width() - 12);
    double first = box.centerY() - lines.size() * height() / 2 + size * 0.92;
    write(svg, lines, box.centerX(), first);
  }

  /** From the top of the box, centred or from its left. */
  void top(Svg svg, String words, Box box) {
    double x = anchor.equals("middle") ? box.centerX() : box.x();
    write(svg, lines(words, box.width()), x, box.y() + size * 0.95);
  }

  private void write(Svg svg, List<String> lines, double x, double first) {
    double y = first;
    for (String line : lines) {
      svg.words(
          "text",
          line,
          "x",
          x,
          "y",
          y,
          "font-family",
          FACE,
          "font-size",
          size,
          "text-anchor",
          anchor,
          "fill",
          color);
      y += height();
    }
  }

  private double height() {
    return size * 1.2;
  }

  /** As few lines as fit, and those about equally long. */
  private List<String> balanced(String words, double width) {
    int fewest = lines(words, width).size();
    double narrow = width;
    while (narrow > size && lines(words, narrow - size).size() == fewest) narrow -= size;
    return lines(words, narrow);
  }

  List<String> lines(String words, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && width(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private double width(String text) {
    return size * text.chars().mapToDouble(Lettering::em).sum();
  }

  /** Widths of Arial in ems, a little generous for the faces that stand in for it. */
  private static double em(int character) {
    if (" .,:;'|!iljItf()-/".indexOf(character) >= 0) return 0.33;
    if ("mwMW%@".indexOf(character) >= 0) return 0.92;
    if (Character.isUpperCase(character)) return 0.72;
    return 0.6;
  }
}
