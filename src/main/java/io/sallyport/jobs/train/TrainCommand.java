package io.sallyport.jobs.train;

import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.Progress;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code train}: the reference trainer for the laptop and for tests, by SageMaker's container
 * contract; a program brings an image of its own. Exit 0: the model is written. Exit 1: {@code
 * output/failure} says why not.
 */
public final class TrainCommand {

  private TrainCommand() {}

  public static int run(List<String> arguments) {
    return run(MlFolders.of(System.getenv()), System.out);
  }

  static int run(MlFolders folders, PrintStream out) {
    try {
      new Training(folders, new Progress(out)).run();
      return 0;
    } catch (Refused refused) {
      return failed(folders, lines(refused));
    } catch (OutOfMemoryError tooSmall) {
      long bytes = Runtime.getRuntime().maxMemory();
      String limit = bytes / (1 << 20) + " MB of memory; choose an instance with more";
      return failed(
          folders,
          lines(new Refused("training/the-data-fits-in-memory", "train.csv", "too large", limit)));
    } catch (IOException | RuntimeException failure) {
      failure.printStackTrace();
      return failed(folders, "training failed: " + failure);
    }
  }

  private static String lines(Refused refused) {
    return refused.findings().stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }

  private static int failed(MlFolders folders, String message) {
    System.err.println(message);
    try {
      MlFolders.write(folders.failure(), message);
    } catch (IOException unwritable) {
      System.err.println("output/failure could not be written: " + unwritable);
    }
    return 1;
  }
}
