package io.sallyport.local.aws.sagemaker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The running containers of all endpoints: started in the background, none left at the end. */
final class Fleets implements AutoCloseable {

  private static final int WAIT_SECONDS_MAX = 60;

  private final Models models;
  private final EndpointConfigs configs;
  private final Turnstile turnstile;
  private final Map<String, CompletableFuture<Fleet>> running = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(Fleets::daemon);
  private boolean closed;

  Fleets(Models models, EndpointConfigs configs, Turnstile turnstile) {
    this.models = models;
    this.configs = configs;
    this.turnstile = turnstile;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sagemaker-endpoint");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a fleet beside the one that may run; {@code ended} hears the fleet or why there is none.
   */
  void start(String configName, BiConsumer<Optional<Fleet>, String> ended) {
    turnstile.go(
        threads,
        () -> {
          try {
            ended.accept(Optional.of(Fleet.start(configs.find(configName), models)), "");
          } catch (JobFailure failure) {
            ended.accept(Optional.empty(), failure.reason());
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException broken) {
            ended.accept(Optional.empty(), String.valueOf(broken.getMessage()));
          }
        });
  }

  void later(Runnable work) {
    turnstile.go(threads, work);
  }

  /** The endpoint is in service, its fleet is still starting: after a restart of the emulator. */
  void expect(String endpoint) {
    running.putIfAbsent(endpoint, new CompletableFuture<>());
  }

  /** From now on this fleet answers; the one before it ends. */
  synchronized void put(String endpoint, Fleet fleet) {
    if (closed) {
      fleet.close();
      return;
    }
    CompletableFuture<Fleet> before =
        running.put(endpoint, CompletableFuture.completedFuture(fleet));
    if (before == null) return;
    if (!before.complete(fleet)) close(before);
  }

  void remove(String endpoint) {
    CompletableFuture<Fleet> fleet = running.remove(endpoint);
    if (fleet != null) close(fleet);
  }

  /** The fleet that answers; waits for one that is about to. */
  Optional<Fleet> find(String endpoint) throws InterruptedException {
    CompletableFuture<Fleet> fleet = running.get(endpoint);
    if (fleet == null) return Optional.empty();
    try {
      return Optional.of(fleet.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      return Optional.empty();
    }
  }

  private static void close(CompletableFuture<Fleet> fleet) {
    fleet.cancel(false);
    @Nullable Fleet started = fleet.isCancelled() ? null : fleet.getNow(null);
    if (started != null) started.close();
  }

  @Override
  public synchronized void close() {
    closed = true;
    threads.shutdownNow();
    running.values().forEach(Fleets::close);
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
