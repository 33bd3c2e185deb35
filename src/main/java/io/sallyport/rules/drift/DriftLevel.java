package io.sallyport.rules.drift;

import java.util.Arrays;
import java.util.List;

/** How far a window lies from the baseline; each level contains those before it. */
public enum DriftLevel {
  STABLE,
  WATCH,
  ALARM,
  MAJOR;

  /** Windows that count, and how many of them must agree: chance alone rarely does so twice. */
  public static final int WINDOWS = 3;

  private static final int AGREEING = 2;

  /** PSI* from which a shift that is no chance matters; the usual convention, freed of noise. */
  private static final double ALARM_FROM = 0.10;

  private static final double MAJOR_FROM = 0.25;

  /** The level of a shift that is no chance, by its size. */
  static DriftLevel ofShift(double psiStar) {
    if (psiStar >= MAJOR_FROM) return MAJOR;
    return psiStar >= ALARM_FROM ? ALARM : WATCH;
  }

  /**
   * The highest level that at least two of the last three windows reach, the newest among them: a
   * stable window says nothing, whatever was before it.
   *
   * @param newestFirst the levels of the last three windows; fewer, if there were fewer
   */
  public static DriftLevel persisting(List<DriftLevel> newestFirst) {
    DriftLevel newest = newestFirst.isEmpty() ? STABLE : newestFirst.get(0);
    return Arrays.stream(values())
        .filter(newest::reaches)
        .filter(
            level -> newestFirst.stream().filter(each -> each.reaches(level)).count() >= AGREEING)
        .reduce(STABLE, (lower, higher) -> higher);
  }

  boolean reaches(DriftLevel level) {
    return compareTo(level) >= 0;
  }
}
