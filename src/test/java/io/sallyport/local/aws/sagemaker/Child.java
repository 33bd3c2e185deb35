package io.sallyport.local.aws.sagemaker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A container as a child process that cannot outlive the emulator: a small shell stands between
 * them and holds a pipe from us. When we end, however we end, the pipe closes and the shell's
 * watcher kills the child.
 */
final class Child implements AutoCloseable {

  private static final String SUPERVISOR =
      """
      exec 3<&0
      child= asked=
      trap 'asked=yes; test -n "$child" && kill -TERM $child 2>/dev/null' TERM
      "$@" </dev/null 3<&- &
      child=$!
      test -n "$asked" && kill -TERM $child 2>/dev/null
      { cat <&3; kill -KILL $child; } >/dev/null 2>&1 &
      watcher=$!
      exec 3<&-
      code=0
      while :; do
        wait $child
        code=$?
        kill -0 $child 2>/dev/null || break
      done
      kill -KILL $watcher 2>/dev/null
      exit $code
      """;

  private final Process supervisor;
  private final LogTail log;
  private final Thread reader;

  private Child(Process supervisor, LogTail log) {
    this.supervisor = supervisor;
    this.log = log;
    this.reader = new Thread(this::read, "container-log");
    reader.setDaemon(true);
    reader.start();
  }

  static Child start(List<String> command, Map<String, String> environment, Path root) {
    List<String> supervised = new ArrayList<>(List.of("/bin/sh", "-c", SUPERVISOR, "container"));
    supervised.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(supervised).directory(root.toFile());
    builder.redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return new Child(builder.start(), new LogTail());
    } catch (IOException notStarted) {
      throw new UncheckedIOException("starting " + command.get(0), notStarted);
    }
  }

  private void read() {
    try (BufferedReader lines = supervisor.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) log.add(line);
    } catch (IOException ended) {
      log.add("log ended: " + ended.getMessage());
    }
  }

  LogTail log() {
    return log;
  }

  boolean isAlive() {
    return supervisor.isAlive();
  }

  /** True when the process ended within the time; its log is complete then. */
  boolean endsWithin(Duration time) throws InterruptedException {
    boolean ended = supervisor.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    if (ended) reader.join(TimeUnit.SECONDS.toMillis(1));
    return ended;
  }

  int exitCode() {
    return supervisor.exitValue();
  }

  /** SIGTERM, and SIGKILL when the process has not ended within the grace time. */
  void stop(Duration grace) throws InterruptedException {
    List<ProcessHandle> family = supervisor.descendants().toList();
    supervisor.toHandle().destroy(); // Process.destroy would close the pipe: that is SIGKILL
    if (!endsWithin(grace)) close();
    family.forEach(ProcessHandle::destroyForcibly); // what the container left behind
  }

  @Override
  public void close() {
    List<ProcessHandle> family = supervisor.descendants().toList();
    family.forEach(ProcessHandle::destroyForcibly);
    supervisor.destroyForcibly();
  }
}
