package io.sallyport;

import io.sallyport.cli.CliCommand;
import io.sallyport.jobs.JobCommand;
import io.sallyport.jobs.ServeCommand;
import io.sallyport.jobs.TrainCommand;
import java.util.Arrays;
import java.util.List;

/** One jar, several programs: the first word chooses. Only {@code server} touches Spring. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    String program = arguments.length == 0 ? "server" : arguments[0];
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    switch (program) {
      case "server" -> Server.run(rest);
      case "job" -> System.exit(JobCommand.run(rest));
      case "train" -> System.exit(TrainCommand.run(rest));
      case "serve" -> System.exit(ServeCommand.run(rest));
      default -> System.exit(person(program, Arrays.asList(arguments)));
    }
  }

  private static int person(String word, List<String> arguments) {
    if (CliCommand.WORDS.contains(word)) {
      return CliCommand.run(arguments);
    }
    System.err.println(
        "No program is called '"
            + word
            + "'. There are: server, job, train, serve; and for people: "
            + String.join(", ", CliCommand.WORDS)
            + ".");
    return 2;
  }
}
