package io.sallyport.jobs;

import java.util.List;

/** To come. */
public final class TrainCommand {

  private TrainCommand() {}

  public static int run(List<String> arguments) {
    System.err.println("not yet: " + arguments);
    return 1;
  }
}
