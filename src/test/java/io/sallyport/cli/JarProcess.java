package io.sallyport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A jar, run as anybody would run it, and what it said. */
record JarProcess(int exitCode, String out, String err) {

  private static final int SECONDS_MAX = 120;

  /**
   * Runs {@code java -jar} in the folder, which is also the container's; options of the JVM too.
   */
  static JarProcess of(Path jar, Path folder, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    List.of(words).stream().filter(JarProcess::isForTheJvm).forEach(command::add);
    command.add("-jar");
    command.add(jar.toAbsolutePath().toString());
    List.of(words).stream().filter(word -> !isForTheJvm(word)).forEach(command::add);
    return ended(new ProcessBuilder(command).directory(folder.toFile()), folder);
  }

  private static boolean isForTheJvm(String word) {
    return word.startsWith("-verbose:");
  }

  private static JarProcess ended(ProcessBuilder builder, Path folder)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    builder.environment().put("SALLYPORT_ML_ROOT", folder.toString());
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + SECONDS_MAX + " seconds");
    }
    return new JarProcess(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
