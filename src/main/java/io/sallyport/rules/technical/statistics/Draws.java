package io.sallyport.rules.technical.statistics;

import java.util.SplittableRandom;

/** Random row numbers that anybody can draw again from the same seed, in any language. */
public final class Draws {

  private static final int HALF = 32;

  private final SplittableRandom random;

  public Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A number from 0 to n-1: the upper half of the next 64 bits, scaled by multiplication. */
  public int below(int n) {
    return (int) (((random.nextLong() >>> HALF) * n) >>> HALF);
  }
}
