package io.sallyport.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * The command line (W3). Exit code 0: done; 1: the answer is no, each reason on a line of standard
 * error; 2: not understood, or nobody there.
 */
@Command(
    name = "sallyport",
    description = "Submit models, watch them go through the gates, and verify the evidence.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands (help COMMAND tells more):%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; of lint and verify: nothing is wrong",
      "1:the answer is no, and each reason is a line",
      "2:not understood, not logged in, unreadable, or nobody there"
    },
    footerHeading = "%nFirst steps:%n",
    footer = {
      "  ./sallyport login",
      "  ./sallyport draft my.csv --label COLUMN",
      "  ./sallyport lint my.yaml",
      "  ./sallyport submit my.yaml",
      "  ./sallyport status my 1 --watch"
    })
public final class CliCommand {

  /** The words by which {@code Main} knows this program. */
  public static final List<String> WORDS =
      List.of(
          "login",
          "draft",
          "lint",
          "submit",
          "status",
          "predict",
          "export",
          "verify",
          "help",
          "--help",
          "-h",
          "--version",
          "-V");

  private CliCommand() {}

  /** Runs a command of a person; the first word says which. Returns the exit code. */
  public static int run(List<String> arguments) {
    System.setProperty("slf4j.internal.verbosity", "ERROR"); // libraries log to nobody here
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(
        arguments,
        new Surroundings(
            out,
            err,
            Map.copyOf(System.getenv()),
            System.getProperty("user.home", ""),
            Path.of(""),
            Clock.systemUTC()));
  }

  static int run(List<String> arguments, Surroundings around) {
    CommandLine line = line(around).setExecutionExceptionHandler(CliCommand::failed);
    try {
      return line.execute(arguments.toArray(String[]::new));
    } finally {
      around.out().flush();
      around.err().flush();
    }
  }

  /** All commands, as picocli reads them. */
  static CommandLine line(Surroundings around) {
    CommandLine line =
        new CommandLine(new CliCommand())
            .addSubcommand(new Login(around))
            .addSubcommand(new Draft(around))
            .addSubcommand(new Lint(around))
            .addSubcommand(new Submit(around))
            .addSubcommand(new Status(around))
            .addSubcommand(new Predict(around))
            .addSubcommand(new Export(around))
            .addSubcommand(new Verify(around))
            .addSubcommand(new CommandLine.HelpCommand())
            .setOut(around.out())
            .setErr(around.err());
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.name().equals("help"))
        .forEach(command -> command.mixinStandardHelpOptions(true).versionProvider(new Version()));
    return line;
  }

  private static int failed(Exception cause, CommandLine line, ParseResult parsed)
      throws Exception {
    if (!(cause instanceof Failed failed)) {
      throw cause;
    }
    boolean json = line.getParseResult().hasMatchedOption("--json");
    if (json) {
      line.getOut()
          .println(
              Json.text(
                  Map.of(
                      "error", String.valueOf(failed.getMessage()),
                      "findings", failed.findings())));
    } else {
      failed.lines().forEach(line.getErr()::println);
    }
    return failed.exitCode();
  }
}
