package io.sallyport.rules.table;

/** Submitted text as it may stand in a message: short, on one line, in quotation marks. */
public final class Excerpt {

  private static final int LENGTH_MAX = 60;

  private Excerpt() {}

  public static String of(String text) {
    String line = text.replaceAll("\\p{C}", "\uFFFD");
    return "'" + (line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + "…") + "'";
  }
}
