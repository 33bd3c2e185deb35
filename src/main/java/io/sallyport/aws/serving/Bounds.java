package io.sallyport.aws.serving;

import io.sallyport.rules.Refused;

/**
 * How many instances an endpoint may have, and how many calls a minute each should take before
 * another one is started.
 */
public record Bounds(int instancesMin, int instancesMax, int invocationsPerInstance) {

  public Bounds {
    if (instancesMin < 1 || instancesMax < instancesMin || invocationsPerInstance < 1) {
      String found = instancesMin + " to " + instancesMax + ", " + invocationsPerInstance;
      throw new Refused(
          "aws/scaling-bounds", "bounds", found, "1 <= minimum <= maximum, 1 a minute");
    }
  }
}
