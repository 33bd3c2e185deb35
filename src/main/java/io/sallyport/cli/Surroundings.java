package io.sallyport.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

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
      if (base.getScheme() != null && base.getScheme().matches("https?")) {
        return new Server(base, Tokens.of(environment, home), clock);
      }
    } catch (IllegalArgumentException malformed) {
      // said below
    }
    throw Failed.trouble("'" + url + "' is not a server's address such as " + DEFAULT_SERVER);
  }
}
