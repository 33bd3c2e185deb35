package io.sallyport.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code io.sallyport.Main} in a JVM of its own, on this JVM's class path. */
public final class MainProcess {

  private MainProcess() {}

  public static ProcessBuilder of(String heap, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, heap, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("io.sallyport.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
