package io.sallyport.local.aws.sagemaker;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where jobs run: two at a time, the others wait. Closing kills every container: a shutdown hook
 * does it when nobody else did.
 */
final class JobPool implements AutoCloseable {

  private static final int AT_A_TIME = 2;

  private final Duration stopGrace;
  private final Turnstile turnstile;
  private final Map<String, JobRun> runs = new ConcurrentHashMap<>();
  private final ExecutorService jobs = Executors.newFixedThreadPool(AT_A_TIME, JobPool::daemon);
  private final ExecutorService stops = Executors.newCachedThreadPool(JobPool::daemon);

  /** The time between SIGTERM and SIGKILL; 120 s at AWS. */
  JobPool(Duration stopGrace, Turnstile turnstile) {
    this.stopGrace = stopGrace;
    this.turnstile = turnstile;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sagemaker");
    thread.setDaemon(true);
    return thread;
  }

  void submit(String arn, Consumer<JobRun> work) {
    JobRun run = new JobRun(stopGrace);
    runs.put(arn, run);
    turnstile.go(
        jobs,
        () -> {
          try {
            work.accept(run);
          } finally {
            runs.remove(arn);
          }
        });
  }

  /** Asks the job to stop and returns at once. */
  void stop(String arn) {
    JobRun run = runs.get(arn);
    if (run == null) return;
    turnstile.go(
        stops,
        () -> {
          try {
            run.stop();
          } catch (InterruptedException closing) {
            run.kill();
          }
        });
  }

  Optional<JobRun> run(String arn) {
    return Optional.ofNullable(runs.get(arn));
  }

  @Override
  public void close() {
    jobs.shutdownNow();
    stops.shutdownNow();
    runs.values().forEach(JobRun::kill);
    try {
      if (!jobs.awaitTermination(5, TimeUnit.SECONDS)) runs.values().forEach(JobRun::kill);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
