package io.sallyport.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be so before anything is started (A1); all that is not is told at once. */
final class Preflight {

  /** A port of 127.0.0.1, and who will listen there. */
  record Port(int number, String listener) {}

  private Preflight() {}

  /** What stands in the way, each with what to do about it; empty: nothing. */
  static List<String> problems(Path folder, List<Port> ports) {
    List<String> problems = new ArrayList<>();
    unwritable(folder).ifPresent(problems::add);
    for (Port port : ports) {
      taken(port).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<String> unwritable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "write", ".probe"));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "The folder "
              + folder.toAbsolutePath()
              + " cannot be written ("
              + e
              + "). All data are kept there: make it writable, or start from another folder.");
    }
  }

  private static Optional<String> taken(Port port) {
    try (var probe = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound() ? Optional.empty() : Optional.of(port + " cannot be bound");
    } catch (IOException e) {
      return Optional.of(
          "Port "
              + port.number()
              + " of 127.0.0.1 is taken by another program. "
              + port.listener()
              + " needs it: end that program, then start again.");
    }
  }
}
