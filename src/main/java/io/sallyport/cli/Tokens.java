package io.sallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code login} was given, in a file that only its owner can read. One file a server, named by
 * its address.
 *
 * @param folder {@code ~/.config/sallyport}
 */
record Tokens(Path folder) {

  /**
   * A login.
   *
   * @param tokenEndpoint where it is refreshed
   */
  record Login(
      String access, String refresh, Instant expires, String tokenEndpoint, String clientId) {}

  /** Under {@code XDG_CONFIG_HOME}, or {@code ~/.config} when that is not set. */
  static Tokens of(Map<String, String> environment, String home) {
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path base = config.isEmpty() ? Path.of(home, ".config") : Path.of(config);
    return new Tokens(base.resolve("sallyport"));
  }

  Optional<Login> of(String server) {
    Path file = file(server);
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = Json.read(Files.readString(file));
      return Optional.of(
          new Login(
              json.path("access").asText(),
              json.path("refresh").asText(),
              Instant.ofEpochSecond(json.path("expires").asLong()),
              json.path("tokenEndpoint").asText(),
              json.path("clientId").asText()));
    } catch (IOException unreadable) {
      throw Failed.trouble("Cannot read " + file + ": " + unreadable.getMessage());
    }
  }

  /** Written beside and moved, so that it is never half there and never open to others. */
  void keep(String server, Login login) {
    Map<String, Object> json = new TreeMap<>();
    json.put("access", login.access());
    json.put("refresh", login.refresh());
    json.put("expires", login.expires().getEpochSecond());
    json.put("tokenEndpoint", login.tokenEndpoint());
    json.put("clientId", login.clientId());
    Path file = file(server);
    try {
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
      Path fresh =
          Files.createTempFile(
              folder,
              "login",
              ".tmp",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, Json.text(json), StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw Failed.trouble("Cannot write " + file + ": " + unwritable.getMessage());
    }
  }

  private Path file(String server) {
    return folder.resolve(Url.fileName(server) + ".json");
  }
}
