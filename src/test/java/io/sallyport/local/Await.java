package io.sallyport.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline, in tests of things that happen elsewhere. */
public final class Await {

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private Await() {}

  /** What {@code look} finds within {@code limit}; else fails and says what was waited for. */
  public static <T> T found(String what, Duration limit, Supplier<Optional<T>> look) {
    Instant deadline = Instant.now().plus(limit);
    while (Instant.now().isBefore(deadline)) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    throw new AssertionError("Not within " + limit + ": " + what);
  }
}
