package io.sallyport.abuse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where a story can be cut, counted over all nodes that take part in it, and where it will be.
 * Looking for events is no part of the story and is not counted.
 */
final class CrashPoints {

  /** What a crash comes next to, as row 22 has it. */
  enum Kind {
    /** The commit of a transaction that wrote something. */
    COMMIT,
    /** A request to AWS that changes something there. */
    CALL,
    /** A request to KMS to sign. */
    SIGNATURE
  }

  /** Before it happens; or after it has, so that nobody learns of it. */
  enum Moment {
    BEFORE,
    AFTER
  }

  /** The {@code number}th of its kind, from 1. */
  record CrashPoint(Kind kind, int number, Moment moment) {}

  /** What is beyond this share of a story may be missing from the next. */
  private static final double SURE_TO_COME = 0.9;

  private final Map<Kind, Integer> passed = new EnumMap<>(Kind.class);
  private final List<CrashPoint> due;

  private CrashPoints(List<CrashPoint> due) {
    this.due = new ArrayList<>(due);
  }

  static CrashPoints none() {
    return new CrashPoints(List.of());
  }

  /**
   * Five commits, five calls and two signatures, before and after, at fractions of as many as were
   * counted, so that the same seed cuts at about the same places: how often the engine looks for
   * work and asks whether a permission is in force differs from run to run.
   */
  static CrashPoints drawn(RandomGenerator random, Map<Kind, Integer> counted) {
    Map<Kind, Integer> wanted = Map.of(Kind.COMMIT, 5, Kind.CALL, 5, Kind.SIGNATURE, 2);
    List<CrashPoint> points = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      random
          .doubles()
          .mapToInt(fraction -> 1 + (int) (fraction * SURE_TO_COME * counted.get(kind)))
          .distinct()
          .limit(wanted.get(kind))
          .forEach(
              number ->
                  points.add(new CrashPoint(kind, number, Moment.values()[points.size() % 2])));
    }
    return new CrashPoints(points);
  }

  /** The next of its kind comes: what is due at it. */
  synchronized Optional<CrashPoint> next(Kind kind) {
    int number = passed.merge(kind, 1, Integer::sum);
    Optional<CrashPoint> found =
        due.stream().filter(point -> point.kind() == kind && point.number() == number).findFirst();
    found.ifPresent(due::remove);
    return found;
  }

  /** How many there were. */
  synchronized Map<Kind, Integer> passed() {
    return Map.copyOf(passed);
  }

  /** Those that have not come yet. */
  synchronized List<CrashPoint> due() {
    return List.copyOf(due);
  }
}
