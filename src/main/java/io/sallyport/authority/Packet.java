package io.sallyport.authority;

import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.CanonicalJson;
import java.util.List;
import java.util.Map;

/**
 * What a decider saw (F03): frozen when the task is opened, covered by the signature, kept for
 * ever.
 *
 * @param evidence the documents and facts that the decision rests on, each with its SHA-256
 * @param content what the page shows of them
 */
public record Packet(
    String modelVersion, String modelDigest, List<Evidence> evidence, Map<String, Object> content) {

  /** A fact or document, by its digest. */
  public record Evidence(String name, String sha256) {}

  /** The canonical bytes whose digest is signed. */
  public Bytes bytes() {
    return Bytes.of(
        CanonicalJson.write(
            Map.of(
                "modelVersion", modelVersion,
                "modelDigest", modelDigest,
                "evidence",
                    evidence.stream()
                        .map(item -> Map.of("name", item.name(), "sha256", item.sha256()))
                        .toList(),
                "content", content)));
  }
}
