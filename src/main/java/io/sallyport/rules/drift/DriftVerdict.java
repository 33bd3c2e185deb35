package io.sallyport.rules.drift;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a window says about drift (S18, F15): three detectors share an error of one in a hundred
 * stable windows, a third each.
 *
 * @param shifted what is no chance, the furthest first
 */
public record DriftVerdict(DriftLevel level, List<Shifted> shifted) {

  /** Of a stable window, over all detectors. */
  private static final double ERROR = 0.01;

  private static final double ERROR_EACH = ERROR / 3;

  public DriftVerdict {
    shifted = List.copyOf(shifted);
  }

  /**
   * What has moved.
   *
   * @param subject {@code feature x18}, {@code answers}, {@code confidence}
   * @param psiStar decimal of six places
   * @param p adjusted for the number of features, decimal of six places
   */
  public record Shifted(String subject, DriftLevel level, String psiStar, String p) {}

  /** Judges a window that its book lets be judged. */
  public static DriftVerdict of(Baseline baseline, Window window) {
    Stream<Shifted> others =
        Stream.concat(
            shifted(
                "answers",
                Shift.between(counts(baseline.answers().counts()), counts(window.answers()))),
            baseline.confidence().stream()
                .flatMap(
                    confidence ->
                        shifted(
                            "confidence",
                            Shift.between(
                                counts(confidence.counts()), counts(window.confidence())))));
    List<Shifted> all =
        Stream.concat(features(baseline, window), others)
            .sorted(Comparator.comparing(Shifted::level).reversed())
            .toList();
    return new DriftVerdict(
        all.stream().map(Shifted::level).findFirst().orElse(DriftLevel.STABLE), all);
  }

  private static Stream<Shifted> features(Baseline baseline, Window window) {
    List<Shift> shifts =
        IntStream.range(0, baseline.features().size())
            .mapToObj(
                i ->
                    Shift.between(
                        counts(baseline.features().get(i).counts()),
                        counts(window.features().get(i))))
            .toList();
    double[] adjusted =
        BenjaminiYekutieli.adjusted(shifts.stream().mapToDouble(Shift::p).toArray());
    return IntStream.range(0, shifts.size())
        .filter(i -> adjusted[i] <= ERROR_EACH)
        .mapToObj(
            i ->
                shifted(
                    "feature " + baseline.features().get(i).bins().name(),
                    shifts.get(i).psiStar(),
                    adjusted[i]));
  }

  private static Stream<Shifted> shifted(String subject, Shift shift) {
    return Stream.of(shift)
        .filter(each -> each.p() <= ERROR_EACH)
        .map(each -> shifted(subject, each.psiStar(), each.p()));
  }

  private static Shifted shifted(String subject, double psiStar, double p) {
    return new Shifted(subject, DriftLevel.ofShift(psiStar), Shift.text(psiStar), Shift.text(p));
  }

  private static long[] counts(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).toArray();
  }
}
