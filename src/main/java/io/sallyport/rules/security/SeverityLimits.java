package io.sallyport.rules.security;

/** How many critical, high and unrated vulnerabilities an image may have (S10). */
public record SeverityLimits(int criticalMax, int highMax, int unratedMax) {

  /** None at all: the limits unless the process owner sets others. */
  public static final SeverityLimits STRICT = new SeverityLimits(0, 0, 0);
}
