package io.sallyport.local.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A folder as an OCI image: one layer with its files, a configuration, a manifest. The same files
 * give the same digests, on every machine and after every restart.
 */
record OciImage(SdkBytes layer, SdkBytes config, SdkBytes manifest) {

  static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";

  static OciImage of(Path folder) {
    byte[] tar = tar(folder);
    byte[] layer = gzip(tar);
    byte[] config = config(folder, digest(tar));
    ObjectNode manifest = JsonNodeFactory.instance.objectNode().put("schemaVersion", 2);
    manifest.put("mediaType", MANIFEST_TYPE);
    manifest.set("config", descriptor("application/vnd.oci.image.config.v1+json", config));
    manifest
        .putArray("layers")
        .add(descriptor("application/vnd.oci.image.layer.v1.tar+gzip", layer));
    return new OciImage(
        SdkBytes.fromByteArray(layer),
        SdkBytes.fromByteArray(config),
        SdkBytes.fromByteArray(bytes(manifest)));
  }

  /** The labels of {@code image.json} are the image's: who built it, and on what. */
  private static byte[] config(Path folder, String diffId) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.putObject("config").set("Labels", labels(folder));
    config.put("architecture", "amd64").put("os", "linux");
    config.putObject("rootfs").put("type", "layers").putArray("diff_ids").add(diffId);
    return bytes(config);
  }

  private static JsonNode labels(Path folder) {
    try {
      JsonNode labels = new ObjectMapper().readTree(folder.resolve("image.json").toFile());
      return labels.path("labels").isObject()
          ? labels.path("labels")
          : JsonNodeFactory.instance.objectNode();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading image " + folder, unreadable);
    }
  }

  private static ObjectNode descriptor(String mediaType, byte[] blob) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("mediaType", mediaType)
        .put("digest", digest(blob))
        .put("size", blob.length);
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] tar(Path folder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Path file : files(folder)) {
        TarArchiveEntry entry = new TarArchiveEntry(folder.relativize(file).toString());
        entry.setSize(Files.size(file));
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("packing " + folder, unreadable);
    }
    return bytes.toByteArray();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] gzip(byte[] tar) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(tar);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
