package io.sallyport.local.postgres;

import java.time.Duration;

/**
 * Runs something at the end of the JVM, but after Spring has closed its contexts: hooks of a JVM
 * run side by side, and a database that goes first leaves the application hanging on it.
 */
public final class LastOut {

  /** How long Spring's hook may take before we go on without it. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** How long to look for it: all hooks are started together. */
  private static final Duration LOOKING = Duration.ofMillis(200);

  private LastOut() {}

  /** Runs {@code action} once, when the JVM ends and Spring is done. */
  public static void after(Runnable action) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> waitAndRun(action), "last-out"));
  }

  private static void waitAndRun(Runnable action) {
    try {
      Thread.currentThread().join(LOOKING.toMillis()); // our own thread: a wait with a limit
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("SpringApplicationShutdownHook")) thread.join(LIMIT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    action.run();
  }
}
