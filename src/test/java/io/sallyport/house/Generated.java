package io.sallyport.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that a test writes with {@code -Dupdate=true} and otherwise holds to be up to date.
 */
public final class Generated {

  private Generated() {}

  public static void isUpToDate(Path document, String content) {
    try {
      if (Boolean.getBoolean("update")) {
        Files.createDirectories(document.getParent());
        Files.writeString(document, content);
      }
      assertThat(document).exists().content().isEqualTo(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
