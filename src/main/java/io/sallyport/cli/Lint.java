package io.sallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells all that is wrong with a submission, and starts nothing (P1). */
@Command(name = "lint", description = "Tell all that is wrong with a submission.")
final class Lint implements Callable<Integer> {

  private final Surroundings around;

  @Mixin private Asking asking = new Asking();

  @Option(
      names = "--live",
      description = "With what AWS says of buckets, keys, images and networks; the server asks it.")
  private boolean live;

  @Parameters(paramLabel = "FILE", description = "The submission, YAML or JSON.")
  private String file = "";

  Lint(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    JsonNode linted =
        asking
            .server(around)
            .post(
                "/api/v1/submissions/lint" + (live ? "?live=true" : ""),
                UserFiles.publisher(around.file(file)),
                "application/yaml");
    List<Finding> findings = Json.findings(linted.path("findings"));
    if (asking.json()) {
      around.out().println(Json.text(linted));
    } else if (findings.isEmpty()) {
      around.out().println(file + ": nothing is wrong");
    } else {
      findings.forEach(finding -> around.out().println(finding));
    }
    return findings.isEmpty() ? 0 : Failed.NO;
  }
}
