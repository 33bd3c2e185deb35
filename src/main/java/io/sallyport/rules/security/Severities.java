package io.sallyport.rules.security;

/**
 * How many vulnerabilities of each severity a scan reported; a severity that the scanner could not
 * rate is {@code unrated}, never low.
 */
public record Severities(int critical, int high, int medium, int low, int unrated) {

  public static final Severities NONE = new Severities(0, 0, 0, 0, 0);

  /** Both counts together. */
  public Severities plus(Severities other) {
    return new Severities(
        critical + other.critical,
        high + other.high,
        medium + other.medium,
        low + other.low,
        unrated + other.unrated);
  }
}
