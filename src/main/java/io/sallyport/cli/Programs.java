package io.sallyport.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sallyport.rules.boundary.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What programs may use. What the server told is kept, so that a submission can be linted without
 * it; a file a program, under {@code ~/.cache/sallyport/<server>}.
 */
final class Programs {

  private static final int SIZE_BYTES_MAX = 1 << 20;

  private final Server server;
  private final Path folder;

  Programs(Server server, Surroundings around) {
    this.server = server;
    this.folder = around.own("XDG_CACHE_HOME", ".cache").resolve(server.fileName());
  }

  /**
   * An allow-list that was told before.
   *
   * @param at when
   */
  record Kept(Program program, Instant at) {}

  /** Asks the server, and keeps the answer. */
  Program ask(String name) {
    JsonNode told = server.get("/api/v1/programs/" + Url.segment(name));
    Program program = read(Json.MAPPER, told.toString(), "The server's answer");
    UserFiles.write(file(name), Json.text(told).getBytes(StandardCharsets.UTF_8));
    return program;
  }

  /** What the server told when it was asked last. */
  Optional<Kept> kept(String name) {
    Path file = file(name);
    if (!Files.isReadable(file)) return Optional.empty();
    try {
      Instant at = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
      return Optional.of(new Kept(in(file), at));
    } catch (IOException gone) {
      throw Failed.trouble("Cannot read " + file + ": " + gone.getMessage());
    }
  }

  /** The allow-list in a person's own file, YAML or JSON. */
  static Program in(Path file) {
    String text = new String(UserFiles.read(file, SIZE_BYTES_MAX), StandardCharsets.UTF_8);
    return read(new YAMLMapper(), text, file.toString());
  }

  private static Program read(ObjectMapper form, String text, String source) {
    ObjectReader reader =
        form.readerFor(Program.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    try {
      return reader.readValue(text);
    } catch (JsonProcessingException other) {
      String why = other.getOriginalMessage().replaceFirst(" \\(.*", ""); // no hints about Jackson
      throw Failed.trouble(source + " is no program's allow-list: " + why);
    }
  }

  private Path file(String name) {
    return folder.resolve(Url.fileName(name) + ".json");
  }
}
