package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evidence package says is in it.
 *
 * @param format name and number of the layout
 * @param subject the model version
 * @param facts how many facts the ledger has about it
 * @param head digest of the last of them
 * @param digests of each file, by its name
 */
public record Manifest(
    String format, String subject, int facts, String head, SortedMap<String, String> digests) {

  private static final String FORMAT = "sallyport-evidence-package/2";

  /** With one evidence key for all envelopes. */
  private static final String FORMAT_1 = "sallyport-evidence-package/1";

  public Manifest {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  static Manifest of(SortedMap<String, Bytes> files) {
    List<Bytes> facts = new ArrayList<>();
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach(
        (name, content) -> {
          digests.put(name, content.digest().hex());
          if (name.startsWith("facts/")) facts.add(content);
        });
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("A package is about facts; there are none");
    }
    Bytes last = facts.get(facts.size() - 1);
    String subject = PackagedFact.of("the last fact", last).subject();
    return new Manifest(FORMAT, subject, facts.size(), last.digest().hex(), digests);
  }

  byte[] toBytes() {
    return CanonicalJson.write(
        Map.of(
            "format", format,
            "subject", subject,
            "facts", facts,
            "head", head,
            "files", digests));
  }

  static Manifest read(Bytes bytes) {
    try {
      JsonNode json = CanonicalJson.read(bytes.toArray());
      SortedMap<String, String> digests = new TreeMap<>();
      json.path("files")
          .properties()
          .forEach(file -> digests.put(file.getKey(), file.getValue().asText()));
      Manifest manifest =
          new Manifest(
              json.path("format").asText(),
              json.path("subject").asText(),
              json.path("facts").asInt(),
              json.path("head").asText(),
              digests);
      if (List.of(FORMAT, FORMAT_1).contains(manifest.format())
          && Bytes.of(manifest.toBytes()).equals(bytes)) {
        return manifest;
      }
    } catch (IllegalArgumentException malformed) {
      throw refused(String.valueOf(malformed.getMessage()));
    }
    throw refused("not in its canonical form");
  }

  private static Refused refused(String value) {
    return new Refused("package/manifest-can-be-read", EvidencePackage.MANIFEST, value, FORMAT);
  }

  /** Each file that is not what the manifest says, by its name. */
  List<Finding> check(SortedMap<String, Bytes> files) {
    List<Finding> findings = new ArrayList<>();
    digests.forEach(
        (name, digest) -> {
          Bytes content = files.get(name);
          String found = content == null ? "missing" : "SHA-256 " + content.digest();
          if (!found.equals("SHA-256 " + digest)) {
            findings.add(finding(name, found, "SHA-256 " + digest + " in manifest.json"));
          }
        });
    for (String name : files.keySet()) {
      if (!digests.containsKey(name)) {
        findings.add(finding(name, "not in manifest.json", "the files of the manifest"));
      }
    }
    return findings;
  }

  private static Finding finding(String file, String value, String limit) {
    return new Finding("package/files-have-their-digests", file, value, limit);
  }
}
