package io.sallyport.local.aws.sagemaker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One job's turn on the pool: its container, and the wish to stop it. */
final class JobRun {

  /** How the container ended. */
  enum End {
    EXITED,
    STOPPED,
    OUT_OF_TIME
  }

  /** The end and the exit code; the code counts only for {@link End#EXITED}. */
  record Exit(End end, int code) {}

  private final Duration stopGrace;
  private Optional<Child> child = Optional.empty();
  private Optional<ServeContainer> serving = Optional.empty();
  private boolean stopping;
  private boolean killed;

  JobRun(Duration stopGrace) {
    this.stopGrace = stopGrace;
  }

  Exit run(List<String> command, Map<String, String> environment, Path root, Duration max)
      throws InterruptedException {
    Child started = start(command, environment, root);
    try {
      if (started.endsWithin(max)) {
        return stopping() ? new Exit(End.STOPPED, 0) : new Exit(End.EXITED, started.exitCode());
      }
      started.stop(stopGrace);
      return new Exit(End.OUT_OF_TIME, 0);
    } finally {
      started.close();
    }
  }

  synchronized Child start(List<String> command, Map<String, String> environment, Path root)
      throws InterruptedException {
    if (stopping) throw new InterruptedException("stopped before it ran");
    Child started = Child.start(command, environment, root);
    child = Optional.of(started);
    return started;
  }

  synchronized boolean stopping() {
    return stopping;
  }

  /** The container of a transform job: it ends when the job is stopped. */
  synchronized void serving(ServeContainer container) throws InterruptedException {
    if (stopping) throw new InterruptedException("stopped before it ran");
    serving = Optional.of(container);
  }

  private synchronized Optional<Child> mark() {
    stopping = true;
    serving.ifPresent(ServeContainer::close);
    return child;
  }

  /** SIGTERM now, SIGKILL after the grace time. */
  void stop() throws InterruptedException {
    Optional<Child> running = mark();
    if (running.isPresent()) running.get().stop(stopGrace);
  }

  /** For the emulator's own end: the job does not learn how it ended. */
  void kill() {
    synchronized (this) {
      killed = true;
    }
    mark().ifPresent(Child::close);
  }

  synchronized boolean isKilled() {
    return killed;
  }

  /** Progress and the log's last lines. */
  synchronized String logTail(int lengthMax) {
    return child.map(running -> running.log().text(lengthMax)).orElse("");
  }
}
