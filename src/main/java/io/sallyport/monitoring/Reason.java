package io.sallyport.monitoring;

import java.util.Locale;

/** Why a version in service is asked about again (S19, S20). */
public enum Reason {
  DRIFT("what it is asked, or what it answers, has drifted"),
  CHANGE("something that was judged has changed"),
  EXPIRY("its authorization is about to end"),
  SILENCE("nothing is known of what it answers"),
  PERSON("a person has a reason");

  private final String words;

  Reason(String words) {
    this.words = words;
  }

  /** As facts, rows and the decision table write it: {@code drift}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For the eye. */
  String words() {
    return words;
  }

  static Reason named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
