package io.sallyport.jobs;

import io.sallyport.jobs.drift.Compare;
import io.sallyport.jobs.evaluate.Evaluate;
import io.sallyport.jobs.process.Processing;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * {@code job NAME}: the product's own work in a processing job, by SageMaker's container contract.
 * Exit 0: the answer is written, even if it is no. Exit 1: the machine failed; {@code
 * output/message} says how. Exit 2: no job has this name.
 */
public final class JobCommand {

  private JobCommand() {}

  public static int run(List<String> arguments) {
    return run(arguments, MlFolders.of(System.getenv()), System.out);
  }

  public static int run(List<String> arguments, MlFolders folders, PrintStream out) {
    String job = arguments.isEmpty() ? "" : arguments.get(0);
    try {
      switch (job) {
        case "process" -> new Processing(folders, new Progress(out)).run();
        case "evaluate" -> new Evaluate(folders, new Progress(out)).run();
        case "compare" -> new Compare(folders, new Progress(out)).run();
        case "scan" -> new Scanning(folders, new Progress(out)).run();
        default -> {
          System.err.println(
              "No job is called '" + job + "'. There are: compare, evaluate, process, scan.");
          return 2;
        }
      }
      return 0;
    } catch (IOException | RuntimeException | OutOfMemoryError failure) {
      return failed(job, folders, failure);
    }
  }

  private static int failed(String job, MlFolders folders, Throwable failure) {
    failure.printStackTrace();
    try {
      MlFolders.write(folders.message(), job + " failed: " + failure);
    } catch (IOException unwritable) {
      System.err.println("output/message could not be written: " + unwritable);
    }
    return 1;
  }
}
