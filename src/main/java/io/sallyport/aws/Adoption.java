package io.sallyport.aws;

import io.sallyport.rules.Refused;

/** What is found under a name is adopted only if it is what was wanted (design, rule 3). */
public final class Adoption {

  private static final String RULE = "aws/one-name-one-job";

  private Adoption() {}

  /** Refuses with both definitions in the message when they differ. */
  public static void requireSame(Object name, Object found, Object wanted) {
    if (!found.equals(wanted)) throw new Refused(RULE, name, found, wanted);
  }
}
