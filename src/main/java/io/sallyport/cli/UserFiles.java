package io.sallyport.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A person's files, with what is wrong said in a line. */
final class UserFiles {

  private UserFiles() {}

  /** The file's content, streamed. */
  static BodyPublisher publisher(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException missing) {
      throw unreadable(file);
    }
  }

  static byte[] read(Path file, int sizeBytesMax) {
    try (var in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(sizeBytesMax + 1);
      if (content.length > sizeBytesMax) {
        throw Failed.trouble(file + " is larger than " + sizeBytesMax + " bytes");
      }
      return content;
    } catch (IOException missing) {
      throw unreadable(file);
    }
  }

  /** Written beside and moved, so that a file is there whole or not at all. */
  static void write(Path file, byte[] content) {
    try {
      Path absolute = file.toAbsolutePath();
      Path folder = absolute.getParent();
      Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
      Files.createDirectories(folder == null ? absolute : folder);
      Files.write(part, content);
      Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw Failed.trouble("Cannot write " + file + ": " + unwritable.getMessage());
    }
  }

  private static Failed unreadable(Path file) {
    return Failed.trouble("Cannot read " + file);
  }
}
