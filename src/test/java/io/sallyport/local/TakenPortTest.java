package io.sallyport.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A1: the first command in a JVM of its own, on a machine where it cannot start. */
class TakenPortTest {

  /** Where the first command says that Sallyport answers. */
  private static final int APPLICATION = 8080;

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void A1_the_first_command_names_the_port_that_is_taken_and_starts_nothing() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      take(taken);
      Process command = firstCommand();

      assertThat(command.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(command.exitValue()).isEqualTo(1);
      assertThat(new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("Sallyport does not start:")
          .contains("Port 8080 of 127.0.0.1 is taken by another program.")
          .doesNotContain("Starting PostgreSQL", "\tat ");
    }
    assertThat(folder.resolve(".sallyport")).isEmptyDirectory();
  }

  /** Sallyport itself may run beside the tests: then it is taken already. */
  private static void take(ServerSocket socket) throws IOException {
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), APPLICATION));
    } catch (BindException takenAlready) {
      assertThat(socket.isBound()).isFalse();
    }
  }

  private Process firstCommand() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            LocalSallyport.class.getName())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
