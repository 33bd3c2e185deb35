package io.sallyport.aws.facts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads manifests and image configurations as the registry holds them. */
final class ManifestText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ManifestText() {}

  static RegistryManifest manifest(String repository, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    JsonNode root = tree(repository, bytes);
    String configType = root.at("/config/mediaType").asText();
    String artifactType = root.path("artifactType").asText();
    return new RegistryManifest(
        repository,
        digest(bytes),
        bytes.length,
        root.path("mediaType").asText(),
        artifactType.isEmpty() && root.has("subject") ? configType : artifactType,
        root.at("/subject/digest").asText(),
        blob(root.path("config")),
        blobs(root.path("layers")),
        texts(root.path("annotations")));
  }

  /** The labels that an image's configuration carries. */
  static Map<String, String> labels(String repository, byte[] configuration) {
    return texts(tree(repository, configuration).at("/config/Labels"));
  }

  static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static JsonNode tree(String repository, byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      throw new Refused("aws/manifest-is-readable", repository, "no JSON", "an OCI manifest");
    }
  }

  private static List<Blob> blobs(JsonNode layers) {
    return StreamSupport.stream(layers.spliterator(), false).map(ManifestText::blob).toList();
  }

  private static Blob blob(JsonNode blob) {
    return new Blob(
        blob.path("mediaType").asText(), blob.path("digest").asText(), blob.path("size").asLong());
  }

  private static Map<String, String> texts(JsonNode object) {
    return object.isObject()
        ? JSON.convertValue(object, new TypeReference<Map<String, String>>() {})
        : Map.of();
  }
}
