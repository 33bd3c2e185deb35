package io.sallyport.rules.drift;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The step-up procedure of Benjamini and Yekutieli (2001): of all that is called shifted, the
 * expected share that is not stays below the level, however the tests depend on each other.
 */
final class BenjaminiYekutieli {

  private BenjaminiYekutieli() {}

  /** Each p adjusted, in the order given: min over j >= i of p(j) m c(m) / j, at most 1. */
  static double[] adjusted(double[] p) {
    int m = p.length;
    double harmonic = IntStream.rangeClosed(1, m).mapToDouble(i -> 1.0 / i).sum();
    int[] order =
        IntStream.range(0, m)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = new double[m];
    double smallest = 1;
    for (int rank = m; rank >= 1; rank--) {
      int i = order[rank - 1];
      smallest = Math.min(smallest, p[i] * m * harmonic / rank);
      adjusted[i] = smallest;
    }
    return adjusted;
  }
}
