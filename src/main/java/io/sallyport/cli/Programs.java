package io.sallyport.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.technical.Floors;
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
   * What a submission is judged by.
   *
   * @param floors of the program's tier; empty where a file does not tell them
   */
  record Bar(Program program, Optional<Floors> floors) {}

  /**
   * A bar that was told before.
   *
   * @param at when
   */
  record Kept(Bar bar, Instant at) {}

  /** Asks the server, and keeps the answer. */
  Bar ask(String name) {
    JsonNode told = server.get("/api/v1/programs/" + Url.segment(name));
    Bar bar = read(Json.MAPPER, told.toString(), "The server's answer");
    UserFiles.write(file(name), Json.text(told).getBytes(StandardCharsets.UTF_8));
    return bar;
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

  /** The bar in a person's own file, YAML or JSON. */
  static Bar in(Path file) {
    String text = new String(UserFiles.read(file, SIZE_BYTES_MAX), StandardCharsets.UTF_8);
    return read(new YAMLMapper(), text, file.toString());
  }

  private static Bar read(ObjectMapper form, String text, String source) {
    ObjectReader reader =
        form.reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    try {
      JsonNode told = reader.readTree(text);
      Program program = reader.treeToValue(told, Program.class);
      Optional<Floors> floors =
          told.has("floors")
              ? Optional.of(reader.treeToValue(told.path("floors"), Floors.class))
              : Optional.empty();
      return new Bar(program, floors);
    } catch (JsonProcessingException other) {
      String why = other.getOriginalMessage().replaceFirst(" \\(.*", ""); // no hints about Jackson
      throw Failed.trouble(source + " is no program's allow-list: " + why);
    }
  }

  private Path file(String name) {
    return folder.resolve(Url.fileName(name) + ".json");
  }
}
