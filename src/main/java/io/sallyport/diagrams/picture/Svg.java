package io.sallyport.diagrams.picture;

import java.util.Locale;

/**
 * Writes SVG that a strict content security policy lets through: presentation attributes only, no
 * style, no script, no reference; every text escaped (R15).
 */
public final class Svg {

  private final StringBuilder text = new StringBuilder();

  /** An element without content; attributes as name, value, name, value. */
  public Svg element(String name, Object... attributes) {
    return tag(name, attributes, "/>\n");
  }

  public Svg open(String name, Object... attributes) {
    return tag(name, attributes, ">\n");
  }

  public Svg close(String name) {
    text.append("</").append(name).append(">\n");
    return this;
  }

  /** An element that holds only text. */
  public Svg words(String name, String words, Object... attributes) {
    tag(name, attributes, ">");
    text.append(escaped(words)).append("</").append(name).append(">\n");
    return this;
  }

  private Svg tag(String name, Object[] attributes, String end) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      String value =
          attributes[i + 1] instanceof Double number
              ? number(number)
              : escaped(attributes[i + 1].toString());
      text.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
    }
    text.append(end);
    return this;
  }

  /** At most two decimals, a point, no zeros behind. */
  public static String number(double value) {
    String plain = String.format(Locale.ROOT, "%.2f", value);
    return plain.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
