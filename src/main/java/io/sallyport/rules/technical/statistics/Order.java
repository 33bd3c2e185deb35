package io.sallyport.rules.technical.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Row numbers in ascending order of a key; equal keys keep their order. */
final class Order {

  private Order() {}

  static int[] by(double[] keys) {
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> keys[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
