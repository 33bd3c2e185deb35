package io.sallyport;

import io.sallyport.cli.CliCommand;
import io.sallyport.jobs.JobCommand;
import io.sallyport.jobs.serve.ServeCommand;
import io.sallyport.jobs.train.TrainCommand;
import java.util.Arrays;
import java.util.List;

/**
 * Several programs: the first word chooses. Only {@code server} touches Spring. The application's
 * jar holds them all; the jar for people and the jar for containers hold their own.
 */
public final class Main {

  private static final int NOT_UNDERSTOOD = 2;

  private Main() {}

  public static void main(String[] arguments) {
    String program = arguments.length == 0 ? "server" : arguments[0];
    try {
      run(program, Arrays.asList(arguments));
    } catch (NoClassDefFoundError absent) {
      if (!isOurs(absent)) throw absent;
      System.err.println("This jar does not hold the program '" + program + "'.");
      System.exit(NOT_UNDERSTOOD);
    }
  }

  private static void run(String program, List<String> words) {
    List<String> rest = words.subList(Math.min(1, words.size()), words.size());
    switch (program) {
      case "server" -> Server.run(rest);
      case "job" -> System.exit(JobCommand.run(rest));
      case "train" -> System.exit(TrainCommand.run(rest));
      case "serve" -> System.exit(ServeCommand.run(rest));
      default -> System.exit(person(program, words));
    }
  }

  private static int person(String word, List<String> words) {
    if (CliCommand.WORDS.contains(word)) {
      return CliCommand.run(words);
    }
    System.err.println(
        "No program is called '"
            + word
            + "'. There are: server, job, train, serve; and for people: "
            + String.join(", ", CliCommand.WORDS)
            + ".");
    return NOT_UNDERSTOOD;
  }

  /** A small jar leaves out whole parts of the product, never a library of a part. */
  private static boolean isOurs(NoClassDefFoundError absent) {
    return String.valueOf(absent.getMessage()).startsWith("io/sallyport/");
  }
}
