package io.sallyport.local.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

  @TempDir Path folder;

  /** Starts a container that says its process id and sleeps; then waits to be killed itself. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] arguments) throws InterruptedException {
      Path root = Path.of(arguments[0]);
      Child child = Child.start(sleeper(root), PATH, root);
      child.endsWithin(Duration.ofMinutes(2));
    }
  }

  private static List<String> sleeper(Path root) {
    return List.of("/bin/sh", "-c", "echo $$ > " + root.resolve("pid") + "; exec sleep 300");
  }

  private Optional<ProcessHandle> container() throws Exception {
    Path pid = folder.resolve("pid");
    String text = Files.isRegularFile(pid) ? Files.readString(pid).strip() : "";
    return text.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(text));
  }

  private ProcessHandle started() throws Exception {
    return Workshop.await(this::asked, Optional::isPresent).orElseThrow();
  }

  private Optional<ProcessHandle> asked() {
    try {
      return container();
    } catch (Exception notYet) {
      return Optional.empty();
    }
  }

  private static void ends(ProcessHandle process) throws InterruptedException {
    Workshop.await(process::isAlive, alive -> !alive);
  }

  @Test
  void a_container_does_not_outlive_a_parent_that_is_killed() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString())
            .start();
    ProcessHandle container = started();
    parent.destroyForcibly().waitFor();

    ends(container);
  }

  @Test
  void a_container_ends_when_it_is_closed_and_its_exit_code_is_its_own() throws Exception {
    Child sleeping = Child.start(sleeper(folder), PATH, folder);
    ProcessHandle container = started();
    sleeping.close();
    ends(container);

    Child failing = Child.start(List.of("/bin/sh", "-c", "echo no; exit 7"), PATH, folder);
    assertThat(failing.endsWithin(Duration.ofSeconds(20))).isTrue();
    assertThat(failing.exitCode()).isEqualTo(7);
    assertThat(failing.log().text(100)).isEqualTo("no");
  }

  @Test
  void a_container_that_ignores_the_stop_is_killed_after_the_grace_time() throws Exception {
    Child stubborn =
        Child.start(
            List.of("/bin/sh", "-c", "trap '' TERM; echo $$ > pid; while :; do sleep 1; done"),
            PATH,
            folder);
    ProcessHandle container = started();
    long before = System.nanoTime();
    stubborn.stop(Duration.ofMillis(200));

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(190));
    ends(container);
  }
}
