package io.sallyport.rules.boundary;

import java.util.List;

/** A submitted value as findings show it: short, on one line. Whoever renders it escapes it. */
final class Shown {

  private static final int LENGTH_MAX = 200;

  private Shown() {}

  static String of(String value) {
    if (value.isEmpty()) return "empty";
    String line = value.replaceAll("\\p{Cntrl}", "\uFFFD");
    return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + "…";
  }

  /** A list that may be used, or the news that there is none. */
  static String of(List<String> allowed) {
    return allowed.isEmpty() ? "none: the program has none" : String.join(", ", allowed);
  }
}
