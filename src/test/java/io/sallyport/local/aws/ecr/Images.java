package io.sallyport.local.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.protocol.AwsError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lies in the repositories: manifests with their tags, blobs, and for an image that can run
 * here its folder. Registered folders are found again after a restart, with the same digests; what
 * else was pushed is in memory and seeded afresh.
 */
public final class Images {

  /** {@code 123456789012.dkr.ecr.us-gov-west-1.amazonaws.com}. */
  public static final String REGISTRY = Arn.ACCOUNT + ".dkr.ecr." + Arn.REGION + ".amazonaws.com";

  /** A manifest as it was pushed, byte for byte. */
  record Manifest(String repository, String content, String mediaType, Instant pushed) {

    String digest() {
      return OciImage.digest(content.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(content);
      } catch (IOException unreadable) {
        throw AwsError.bad("InvalidParameterException", "Invalid manifest: " + unreadable);
      }
    }

    Optional<String> subject() {
      return Optional.ofNullable(json().path("subject").path("digest").textValue());
    }

    /** The artifact's type: its own, or that of its configuration. */
    String artifactType() {
      String own = json().path("artifactType").asText();
      return own.isEmpty() ? json().path("config").path("mediaType").asText() : own;
    }

    long sizeBytes() {
      long size = json().path("config").path("size").asLong();
      for (JsonNode layer : json().path("layers")) size += layer.path("size").asLong();
      return size;
    }
  }

  private final Clock clock;
  private final Map<String, Instant> repositories = new TreeMap<>();
  private final Map<String, Map<String, Manifest>> manifests = new TreeMap<>();
  private final Map<String, Map<String, String>> tags = new TreeMap<>();
  private final Map<String, byte[]> blobs = new TreeMap<>();
  private final Map<String, Path> folders = new TreeMap<>();

  private final Table<Registered> registered;

  /** An image that runs here, and where its folder is. */
  record Registered(String repository, String folder) {}

  public Images(Environment environment) {
    this.clock = environment.clock();
    this.registered = environment.journal().table("ecr-registered", Registered.class);
    for (Registered each : registered.all()) {
      Path folder = Path.of(each.folder());
      if (Files.isDirectory(folder)) register(each.repository(), folder);
    }
  }

  /**
   * Makes a folder with {@code image.json} the image of a repository, which is created if need be.
   * Returns the image's digest; {@code <REGISTRY>/<repository>@<digest>} runs it.
   */
  public synchronized String register(String repository, Path folder) {
    if (!repositories.containsKey(repository)) create(repository);
    OciImage image = OciImage.of(folder);
    blob(image.layer().asByteArray());
    blob(image.config().asByteArray());
    String content = image.manifest().asUtf8String();
    String digest = put(repository, content, OciImage.MANIFEST_TYPE, Optional.empty());
    folders.put(uri(repository, digest), folder.toAbsolutePath());
    registered.put(
        uri(repository, digest), new Registered(repository, folder.toAbsolutePath().toString()));
    return digest;
  }

  /** {@code <registry>/<repository>@<digest>}. */
  public static String uri(String repository, String digest) {
    return REGISTRY + "/" + repository + "@" + digest;
  }

  /** The folder of an image named by digest; a tag is resolved to what it stands for now. */
  public synchronized Path folder(String imageUri) {
    String name = imageUri;
    if (!imageUri.contains("@") && imageUri.startsWith(REGISTRY + "/")) {
      String rest = imageUri.substring(REGISTRY.length() + 1);
      int colon = rest.indexOf(':');
      String repository = colon < 0 ? rest : rest.substring(0, colon);
      String tag = colon < 0 ? "latest" : rest.substring(colon + 1);
      name = uri(repository, tags.getOrDefault(repository, Map.of()).getOrDefault(tag, tag));
    }
    Path folder = folders.get(name);
    if (folder == null) {
      throw AwsError.validation("Cannot find image " + imageUri + ": no such image is known here");
    }
    return folder;
  }

  /** Keeps a blob; returns its digest. */
  public synchronized String blob(byte[] content) {
    String digest = OciImage.digest(content);
    blobs.put(digest, content.clone());
    return digest;
  }

  synchronized Optional<byte[]> blob(String digest) {
    return Optional.ofNullable(blobs.get(digest)).map(byte[]::clone);
  }

  public synchronized void create(String repository) {
    repositories.put(repository, clock.instant());
    manifests.put(repository, new LinkedHashMap<>());
    tags.put(repository, new TreeMap<>());
  }

  synchronized Map<String, Instant> repositories() {
    return Map.copyOf(repositories);
  }

  synchronized boolean exists(String repository) {
    return repositories.containsKey(repository);
  }

  /** Keeps a manifest, byte for byte, and moves the tag to it. Returns its digest. */
  public synchronized String put(
      String repository, String content, String mediaType, Optional<String> tag) {
    Manifest manifest = new Manifest(repository, content, mediaType, clock.instant());
    String digest = manifest.digest();
    manifests.get(repository).putIfAbsent(digest, manifest);
    tag.ifPresent(name -> tags.get(repository).put(name, digest));
    return digest;
  }

  /** Bytes of the manifest of this digest, as a signature over it names them. */
  public synchronized int manifestSizeBytes(String repository, String digest) {
    Manifest manifest = byDigest(repository, digest).orElseThrow();
    return manifest.content().getBytes(StandardCharsets.UTF_8).length;
  }

  synchronized Optional<Manifest> byDigest(String repository, String digest) {
    return Optional.ofNullable(manifests.getOrDefault(repository, Map.of()).get(digest));
  }

  synchronized Optional<Manifest> byTag(String repository, String tag) {
    return Optional.ofNullable(tags.getOrDefault(repository, Map.of()).get(tag))
        .flatMap(digest -> byDigest(repository, digest));
  }

  synchronized List<Manifest> all(String repository) {
    return List.copyOf(manifests.getOrDefault(repository, Map.of()).values());
  }

  synchronized List<String> tagsOf(String repository, String digest) {
    TreeSet<String> names = new TreeSet<>();
    tags.getOrDefault(repository, Map.of())
        .forEach(
            (tag, its) -> Optional.of(tag).filter(t -> its.equals(digest)).ifPresent(names::add));
    return List.copyOf(names);
  }

  /** The manifests whose subject is this image: signatures, for example. */
  synchronized List<Manifest> referrers(String repository, String digest) {
    return all(repository).stream()
        .filter(manifest -> manifest.subject().equals(Optional.of(digest)))
        .toList();
  }
}
