package io.sallyport.cli;

import picocli.CommandLine.Option;

/** Options of every command that asks the server. */
final class Asking {

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The server; else SALLYPORT_URL, else http://localhost:8080.")
  private String server = "";

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  Server server(Surroundings around) {
    return around.server(server);
  }

  boolean json() {
    return json;
  }
}
