package io.sallyport.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rows of one kind by key, sorted by it; every change is on disk before the call returns. */
public final class Table<T> implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journal.Codec<T> codec;
  private final TreeMap<String, T> rows = new TreeMap<>();
  private final Optional<BufferedWriter> writer;

  Table(Journal.Codec<T> codec, Optional<Path> file) {
    this.codec = codec;
    this.writer = file.map(this::open);
  }

  public synchronized Optional<T> find(String key) {
    return Optional.ofNullable(rows.get(key));
  }

  public synchronized boolean contains(String key) {
    return rows.containsKey(key);
  }

  public synchronized void put(String key, T value) {
    rows.put(key, value);
    writer.ifPresent(out -> append(out, line(key, value)));
  }

  public synchronized void remove(String key) {
    if (rows.remove(key) != null) {
      writer.ifPresent(out -> append(out, JSON.createObjectNode().put("key", key).toString()));
    }
  }

  synchronized List<String> keys() {
    return List.copyOf(rows.keySet());
  }

  /** The rows as they are now; run it to have them so again. */
  synchronized Runnable moment() {
    TreeMap<String, T> then = new TreeMap<>(rows);
    return () -> comeBack(then);
  }

  private synchronized void comeBack(Map<String, T> then) {
    List.copyOf(rows.keySet()).stream().filter(key -> !then.containsKey(key)).forEach(this::remove);
    then.forEach(
        (key, value) -> {
          if (!value.equals(rows.get(key))) put(key, value);
        });
  }

  /** The rows as the journal writes them. */
  synchronized Map<String, JsonNode> written() {
    Map<String, JsonNode> written = new TreeMap<>();
    rows.forEach((key, value) -> written.put(key, codec.write(value)));
    return written;
  }

  /** All rows, in the order of their keys. */
  public synchronized List<T> all() {
    return new ArrayList<>(rows.values());
  }

  /** The rows whose keys begin so, in the order of their keys. */
  public synchronized List<T> startingWith(String prefix) {
    return new ArrayList<>(rows.subMap(prefix, prefix + Character.MAX_VALUE).values());
  }

  private String line(String key, T value) {
    ObjectNode json = JSON.createObjectNode().put("key", key);
    json.set("value", codec.write(value));
    return json.toString();
  }

  private BufferedWriter open(Path file) {
    try {
      if (Files.exists(file)) {
        try (Stream<String> lines = Files.lines(file)) {
          lines.forEach(this::replay);
        }
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
        rows.forEach((key, value) -> append(out, line(key, value)));
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      return Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("opening " + file, e);
    }
  }

  /** A last line that a crash cut short is no row. */
  private void replay(String line) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (IOException e) {
      return;
    }
    String key = json.path("key").asText();
    if (json.has("value")) {
      rows.put(key, codec.read(json.get("value")));
    } else {
      rows.remove(key);
    }
  }

  private static void append(BufferedWriter out, String line) {
    try {
      out.write(line);
      out.newLine();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing the journal", e);
    }
  }

  @Override
  public void close() {
    writer.ifPresent(
        out -> {
          try {
            out.close();
          } catch (IOException e) {
            throw new UncheckedIOException("closing the journal", e);
          }
        });
  }
}
