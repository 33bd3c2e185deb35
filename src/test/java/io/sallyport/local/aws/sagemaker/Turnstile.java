package io.sallyport.local.aws.sagemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** What starts or stops a container goes through here; while it is held, everybody waits. */
final class Turnstile {

  private final List<Runnable> waiting = new ArrayList<>();
  private boolean held;
  private int atWork;

  synchronized void go(Executor executor, Runnable work) {
    Runnable start =
        () -> {
          atWork++;
          executor.execute(() -> run(work));
        };
    if (held) {
      waiting.add(start);
    } else {
      start.run();
    }
  }

  private void run(Runnable work) {
    try {
      work.run();
    } finally {
      done();
    }
  }

  private synchronized void done() {
    atWork--;
  }

  /** Nobody waits, and all who went through have done what they came for. */
  synchronized boolean isQuiet() {
    return waiting.isEmpty() && atWork == 0;
  }

  synchronized void hold() {
    held = true;
  }

  /** Who waits now; run it to have them wait again, and nobody else. */
  synchronized Runnable moment() {
    List<Runnable> then = List.copyOf(waiting);
    return () -> comeBack(then);
  }

  private synchronized void comeBack(List<Runnable> then) {
    waiting.clear();
    waiting.addAll(then);
  }

  synchronized void open() {
    held = false;
    waiting.forEach(Runnable::run);
    waiting.clear();
  }
}
