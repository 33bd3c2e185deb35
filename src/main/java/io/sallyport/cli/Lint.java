package io.sallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.Finding;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionFacts;
import io.sallyport.rules.boundary.SubmissionReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Tells all that is wrong with a submission, and starts nothing (P1, W3). The rules are those of
 * the server and run here; only what AWS says, the server alone can ask.
 */
@Command(
    name = "lint",
    description = {
      "Tell all that is wrong with a submission: rule, place, value, limit.",
      "It is judged on this machine, by the program's allow-list: that of --program, else what the "
          + "server tells, else what it told last. So it works without a server, and logged out."
    })
final class Lint implements Callable<Integer> {

  private final Surroundings around;

  @Mixin private Asking asking = new Asking();

  @Option(
      names = "--live",
      description =
          "Let the server judge it, with what AWS says of buckets, keys, images, networks.")
  private boolean live;

  @Option(
      names = "--program",
      paramLabel = "FILE",
      description = "The program's allow-list, YAML or JSON; no server is needed then.")
  private String programFile = "";

  @Parameters(paramLabel = "FILE", description = "The submission, YAML or JSON.")
  private String file = "";

  /** The answer as JSON. */
  private record Linted(boolean clean, List<Finding> findings) {}

  Lint(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Path path = around.file(file);
    List<Finding> findings = live ? asked(path) : judged(path);
    if (asking.json()) {
      around.out().println(Json.text(new Linted(findings.isEmpty(), findings)));
    } else if (findings.isEmpty()) {
      around.out().println(file + ": nothing is wrong");
    } else {
      findings.forEach(around.out()::println);
    }
    return findings.isEmpty() ? 0 : Failed.NO;
  }

  private List<Finding> asked(Path path) {
    Server server = asking.server(around);
    JsonNode linted =
        server.post("/api/v1/submissions/lint", UserFiles.publisher(path), "application/yaml");
    return Json.findings(linted.path("findings"));
  }

  private List<Finding> judged(Path path) {
    byte[] text = UserFiles.read(path, SubmissionReader.SIZE_BYTES_MAX);
    return io.sallyport.rules.boundary.Lint.check(
        text,
        submission -> {
          Programs.Bar bar = bar(submission);
          return SubmissionFacts.offline(
              submission, bar.program(), bar.floors(), around.clock().instant());
        });
  }

  private Programs.Bar bar(Submission submission) {
    if (!programFile.isEmpty()) {
      return named(submission.program(), Programs.in(around.file(programFile)));
    }
    Programs programs = new Programs(asking.server(around), around);
    try {
      return programs.ask(submission.program());
    } catch (Failed cannot) {
      if (cannot.exitCode() != Failed.TROUBLE) throw cannot;
      return told(programs, submission.program(), cannot);
    }
  }

  private Programs.Bar told(Programs programs, String name, Failed cannot) {
    Programs.Kept kept =
        programs
            .kept(name)
            .orElseThrow(
                () ->
                    Failed.trouble(
                        cannot.getMessage()
                            + ". The allow-list of "
                            + name
                            + " was never told here; give one by --program FILE"));
    around.err().println("By the allow-list of " + name + " as told at " + kept.at());
    return kept.bar();
  }

  private Programs.Bar named(String wanted, Programs.Bar found) {
    String name = found.program().name();
    if (name.equals(wanted)) return found;
    throw Failed.trouble(
        programFile + " is the allow-list of " + name + "; the submission is of " + wanted);
  }
}
