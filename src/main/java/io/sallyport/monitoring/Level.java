package io.sallyport.monitoring;

import io.sallyport.rules.drift.DriftLevel;
import java.util.Locale;
import java.util.Optional;

/** How far a version has drifted (S19). */
public enum Level {
  WATCH,
  ALARM,
  MAJOR;

  /** As facts, rows and the decision table write it: {@code alarm}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty: it has not drifted. */
  public static Optional<Level> of(DriftLevel level) {
    return switch (level) {
      case STABLE -> Optional.empty();
      case WATCH -> Optional.of(WATCH);
      case ALARM -> Optional.of(ALARM);
      case MAJOR -> Optional.of(MAJOR);
    };
  }

  static Level named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
