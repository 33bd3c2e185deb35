package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The commands of the README, as a newcomer copies them. */
final class Readme {

  private static final String PROGRAM = "./sallyport ";

  private Readme() {}

  /**
   * The words of a command that the README names, without the program's own.
   *
   * @param names what a newcomer writes in the place of a name in capitals
   */
  static String[] command(String asWritten, Map<String, String> names) {
    assertThat(text()).contains("`" + asWritten + "`");
    String command = asWritten.substring(PROGRAM.length());
    for (Map.Entry<String, String> name : names.entrySet()) {
      command = command.replace(name.getKey(), name.getValue());
    }
    return command.split(" ");
  }

  private static String text() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
