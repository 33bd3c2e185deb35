package io.sallyport.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.Preflight.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  @Test
  void A1_L1_a_free_port_and_a_writable_folder_are_well(@TempDir Path folder) throws IOException {
    int free;
    try (ServerSocket probe = loopback()) {
      free = probe.getLocalPort();
    }

    assertThat(Preflight.problems(folder.resolve("new"), List.of(new Port(free, "Keycloak"))))
        .isEmpty();
  }

  @Test
  void A1_L1_taken_ports_and_an_unwritable_folder_are_told_at_once(@TempDir Path folder)
      throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (ServerSocket one = loopback();
        ServerSocket other = loopback()) {
      List<String> problems =
          Preflight.problems(
              file.resolve("data"),
              List.of(
                  new Port(one.getLocalPort(), "Sallyport"),
                  new Port(other.getLocalPort(), "Keycloak")));

      assertThat(problems).hasSize(3);
      assertThat(problems.get(0))
          .startsWith("The folder " + file.resolve("data") + " cannot be written (")
          .endsWith("make it writable, or start from another folder.");
      assertThat(problems.subList(1, 3))
          .containsExactly(
              "Port %d of 127.0.0.1 is taken by another program. Sallyport needs it: end that program, then start again."
                  .formatted(one.getLocalPort()),
              "Port %d of 127.0.0.1 is taken by another program. Keycloak needs it: end that program, then start again."
                  .formatted(other.getLocalPort()));
    }
  }

  private static ServerSocket loopback() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
