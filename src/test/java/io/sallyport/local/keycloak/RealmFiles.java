package io.sallyport.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of {@code realm-config} and what has to be filled into them. L1. */
final class RealmFiles {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)(:[^}]*)?}");

  private final List<Path> files;

  RealmFiles(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + folder, e);
    }
  }

  /**
   * Refuses to go on when a placeholder without default is not set: Keycloak would take the literal
   * {@code ${NAME}} as the client's secret, and it would work.
   */
  void refuseUnset(Map<String, String> environment) {
    TreeSet<String> unset = new TreeSet<>();
    for (Path file : files) {
      PLACEHOLDER
          .matcher(text(file))
          .results()
          .filter(found -> found.group(2) == null)
          .filter(found -> environment.getOrDefault(found.group(1), "").isBlank())
          .forEach(found -> unset.add(found.group(1)));
    }
    if (!unset.isEmpty()) {
      throw new IllegalStateException(
          "realm-config needs a value for "
              + String.join(", ", unset)
              + ". Keycloak would take the literal placeholder as a working secret,"
              + " so it is not started.");
    }
  }

  /** Copies the files to where Keycloak looks for them. */
  void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Path file : files) Files.writeString(folder.resolve(file.getFileName()), text(file));
  }

  /** Changes when a file or a value that is filled in changes. */
  String fingerprint(Map<String, String> environment) {
    StringBuilder all = new StringBuilder();
    files.forEach(file -> all.append(file.getFileName()).append('\n').append(text(file)));
    new TreeMap<>(environment).forEach((name, value) -> all.append(name).append('=').append(value));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
