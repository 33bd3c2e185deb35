package io.sallyport.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * What a command finds around it; a test gives its own.
 *
 * @param environment variables
 * @param folder relative file names start here
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    String home,
    Path folder,
    Clock clock) {

  private static final String DEFAULT_SERVER = "http://localhost:8080";

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  Path file(String name) {
    return folder.resolve(name);
  }

  /** This program's own folder, below the one that the XDG variable names. */
  Path own(String variable, String otherwise) {
    String base = environment.getOrDefault(variable, "");
    return (base.isEmpty() ? Path.of(home, otherwise) : Path.of(base)).resolve("sallyport");
  }

  /** The address given, else {@code SALLYPORT_URL}, else this machine. */
  Server server(String given) {
    String url =
        given.isEmpty() ? environment.getOrDefault("SALLYPORT_URL", DEFAULT_SERVER) : given;
    try {
      URI base = URI.create(url);
      if (isHttps(base) || isHttpOnThisMachine(base)) {
        return new Server(base, Tokens.of(environment, home), clock);
      }
    } catch (IllegalArgumentException malformed) {
      // said below
    }
    throw Failed.trouble(
        "'"
            + url
            + "' is not a server's address such as https://sallyport.example.mil, or "
            + DEFAULT_SERVER
            + " on this machine: tokens never travel in the clear");
  }

  private static boolean isHttps(URI base) {
    return "https".equalsIgnoreCase(base.getScheme()) && base.getHost() != null;
  }

  private static boolean isHttpOnThisMachine(URI base) {
    return "http".equalsIgnoreCase(base.getScheme())
        && base.getHost() != null
        && THIS_MACHINE.contains(base.getHost());
  }
}
