package io.sallyport.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sallyport.local.aws.protocol.JsonShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Where state survives a restart: a table per kind of resource, each a file of JSON lines that only
 * grows and is written afresh when it is opened. Without a folder the tables live in memory.
 */
public final class Journal implements AutoCloseable {

  /** How a row becomes JSON and is read again. */
  public interface Codec<T> {
    JsonNode write(T value);

    T read(JsonNode json);
  }

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Optional<Path> folder;
  private final Map<String, Table<?>> tables = new TreeMap<>();

  private Journal(Optional<Path> folder) {
    this.folder = folder;
  }

  public static Journal inMemory() {
    return new Journal(Optional.empty());
  }

  public static Journal in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("making the journal's folder", e);
    }
    return new Journal(Optional.of(folder));
  }

  /** A table of records. */
  public <T> Table<T> table(String kind, Class<T> type) {
    return table(kind, ofRecord(type));
  }

  /** A table of the SDK's own objects: {@code table("key", KeyMetadata::builder)}. */
  public <B extends SdkPojo & CopyableBuilder<B, T>, T extends SdkPojo & ToCopyableBuilder<B, T>>
      Table<T> table(String kind, Supplier<B> builder) {
    return table(kind, ofSdk(builder));
  }

  public synchronized <T> Table<T> table(String kind, Codec<T> codec) {
    Table<T> table = new Table<>(codec, folder.map(path -> path.resolve(kind + ".jsonl")));
    tables.put(kind, table);
    return table;
  }

  /** What there is: the keys of all rows, each after its kind. */
  public synchronized List<String> rows() {
    List<String> rows = new ArrayList<>();
    tables.forEach((kind, table) -> table.keys().forEach(key -> rows.add(kind + " " + key)));
    return rows;
  }

  /** The tables but those named, as they are now; run it to have them so again. */
  synchronized Runnable moment(Set<String> without) {
    List<Runnable> then = new ArrayList<>();
    tables.forEach(
        (kind, table) -> {
          if (!without.contains(kind)) then.add(table.moment());
        });
    return () -> then.forEach(Runnable::run);
  }

  /** All rows as they are written, by table and key. */
  synchronized Map<String, Map<String, JsonNode>> written() {
    Map<String, Map<String, JsonNode>> written = new TreeMap<>();
    tables.forEach((kind, table) -> written.put(kind, table.written()));
    return written;
  }

  /** Records, lists, maps, instants and plain values, by their components. */
  public static <T> Codec<T> ofRecord(Class<T> type) {
    return new Codec<>() {
      @Override
      public JsonNode write(T value) {
        return JSON.valueToTree(value);
      }

      @Override
      public T read(JsonNode json) {
        return JSON.convertValue(json, type);
      }
    };
  }

  /** The SDK's objects, by their payload members. */
  public static <
          B extends SdkPojo & CopyableBuilder<B, T>, T extends SdkPojo & ToCopyableBuilder<B, T>>
      Codec<T> ofSdk(Supplier<B> builder) {
    return new Codec<>() {
      @Override
      public JsonNode write(T value) {
        return JsonShape.write(value);
      }

      @Override
      public T read(JsonNode json) {
        B empty = builder.get();
        JsonShape.read(json, empty, "the journal");
        return empty.build();
      }
    };
  }

  @Override
  public synchronized void close() {
    tables.values().forEach(Table::close);
  }
}
