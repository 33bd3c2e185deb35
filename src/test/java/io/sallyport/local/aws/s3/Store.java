package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All versions of all objects, the newest of a key first. */
final class Store {

  private final Table<Stored> table;
  private final Table<Bucket> buckets;
  private final Blobs blobs;
  private final Environment environment;
  private long sequence;

  /** Where an object is. */
  record Place(String bucket, String key) {}

  Store(Environment environment, Blobs blobs) {
    this.table = environment.journal().table("s3-object", Stored.class);
    this.buckets = environment.journal().table("s3-bucket", Bucket.class);
    this.blobs = blobs;
    this.environment = environment;
    this.sequence = table.all().stream().mapToLong(Stored::sequence).max().orElse(0);
  }

  Table<Bucket> buckets() {
    return buckets;
  }

  Bucket bucket(String name) {
    return buckets.find(name).orElseThrow(Errors::noSuchBucket);
  }

  private static String prefix(String bucket, String key) {
    return bucket + "/" + key + "\0";
  }

  private static String row(Stored version) {
    return prefix(version.bucket(), version.key())
        + "%019d".formatted(Long.MAX_VALUE - version.sequence());
  }

  List<Stored> versions(String bucket, String key) {
    return table.startingWith(prefix(bucket, key));
  }

  /** In the order of the keys, newest first. */
  List<Stored> under(String bucket, String keyPrefix) {
    return table.startingWith(bucket + "/" + keyPrefix);
  }

  /** The current version; a delete marker is none. */
  Optional<Stored> current(String bucket, String key) {
    return versions(bucket, key).stream().findFirst().filter(version -> !version.deleteMarker());
  }

  Optional<Stored> version(String bucket, String key, String versionId) {
    return versions(bucket, key).stream()
        .filter(version -> version.versionId().equals(versionId))
        .findFirst();
  }

  /** What {@code If-None-Match: *} asks. */
  void refuseExisting(String bucket, String key, @Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return;
    }
    if (!ifNoneMatch.equals("*")) {
      throw Errors.invalid("If-None-Match is '" + ifNoneMatch + "'; only * is known here");
    }
    if (current(bucket, key).isPresent()) {
      throw Errors.preconditionFailed();
    }
  }

  /** Adds a version, or replaces the one that a bucket without versions keeps. */
  synchronized Stored add(
      Place place, Stored.Content content, Attributes attributes, @Nullable String ifNone) {
    refuseExisting(place.bucket(), place.key(), ifNone);
    return add(place, false, content, attributes);
  }

  synchronized Stored mark(String bucket, String key) {
    return add(new Place(bucket, key), true, Stored.Content.NONE, Attributes.NONE);
  }

  private Stored add(Place place, boolean marker, Stored.Content content, Attributes attributes) {
    String bucket = place.bucket();
    String key = place.key();
    boolean versioned = bucket(bucket).isVersioned();
    if (!versioned) {
      version(bucket, key, Stored.NO_VERSION).ifPresent(this::remove);
    }
    String versionId = versioned ? environment.ids().upper(32) : Stored.NO_VERSION;
    Stored version =
        new Stored(
            bucket,
            key,
            versionId,
            ++sequence,
            marker,
            environment.clock().instant(),
            content,
            attributes);
    table.put(row(version), version);
    return version;
  }

  synchronized void change(Stored version) {
    table.put(row(version), version);
  }

  synchronized void remove(Stored version) {
    table.remove(row(version));
    blobs.delete(version.content().blob());
  }
}
