package io.sallyport.monitoring;

import java.util.Locale;

/** How far a version has drifted (S19). */
public enum Level {
  WATCH,
  ALARM,
  MAJOR;

  /** As facts, rows and the decision table write it: {@code alarm}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Level named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
