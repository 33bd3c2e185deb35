package io.sallyport.rules.boundary;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much depends on a model. It sets the floors of Gate 1 and the quorum of Gate 3. */
public enum Tier {
  ROUTINE,
  SIGNIFICANT,
  CRITICAL;

  /** As the decision tables write it: {@code routine}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tier that facts and tables call {@code word}. */
  public static Optional<Tier> named(String word) {
    return Stream.of(values()).filter(tier -> tier.word().equals(word)).findFirst();
  }
}
