package io.sallyport.custody.proof;

import java.util.List;
import java.util.Map;

/**
 * An in-toto statement (v1): what a step says about artifacts, matched by digest alone. Steps are
 * joined by equal digests (S08, F12).
 *
 * @param predicateType a URI that says how to read the predicate
 */
public record Statement(
    List<Subject> subjects, String predicateType, Map<String, Object> predicate) {

  public static final String PROVENANCE = "https://slsa.dev/provenance/v1";
  public static final String TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";
  public static final String VULNERABILITIES = "https://in-toto.io/attestation/vulns/v0.2";
  public static final String VERIFICATION_SUMMARY = "https://slsa.dev/verification_summary/v1";
  public static final String APPROVAL = "https://sallyport.io/attestations/approval/v1";

  /** An artifact, known by its digest; the name is for people. */
  public record Subject(String name, Digest digest) {

    Map<String, Object> json() {
      return Map.of("name", name, "digest", Map.of("sha256", digest.hex()));
    }
  }

  /** The statement as canonical JSON: the payload of its envelope. */
  public byte[] toBytes() {
    return CanonicalJson.write(
        Map.of(
            "_type",
            "https://in-toto.io/Statement/v1",
            "subject",
            subjects.stream().map(Subject::json).toList(),
            "predicateType",
            predicateType,
            "predicate",
            predicate));
  }
}
