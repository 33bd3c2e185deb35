package io.sallyport.local.aws.events;

import java.time.Duration;

/**
 * How badly events arrive: each this many times (0: lost), this late, and with {@code reordered}
 * every other one overtaken by the next. EventBridge and SQS promise neither order nor exactly
 * once.
 */
public record Disorder(int copies, Duration delay, boolean reordered) {

  private static final int COPIES_MAX = 10;

  public Disorder {
    if (copies < 0 || copies > COPIES_MAX) {
      throw new IllegalArgumentException("copies is " + copies + "; the limit is 0 to 10");
    }
  }

  /** Once, at once, in order. */
  public static Disorder none() {
    return new Disorder(1, Duration.ZERO, false);
  }
}
