package io.sallyport.rules.security;

import java.util.ArrayList;
import java.util.List;

/** What a signature must hold to count for a manifest; images and scan reports ask the same. */
record SignatureCheck(String digest, long sizeBytes, List<String> trustedProfiles) {

  /** What is wrong and what would be right. */
  record Breach(String value, String limit) {}

  List<Breach> breaches(SignatureFacts signature) {
    if (!signature.present()) {
      return List.of(new Breach("unsigned", "a signature by a trusted profile"));
    }
    List<Breach> breaches = new ArrayList<>();
    if (!signature.trusted()) {
      breaches.add(
          new Breach("signed but not verified: " + signature.problem(), "a verified signature"));
    }
    if (!trustedProfiles.contains(signature.profile())) {
      breaches.add(new Breach("signed by " + signature.profile(), "one of " + trustedProfiles));
    }
    if (digest.isBlank()
        || !signature.targetDigest().equals(digest)
        || signature.targetSizeBytes() != sizeBytes) {
      breaches.add(
          new Breach(
              "signed for %s of %d bytes"
                  .formatted(signature.targetDigest(), signature.targetSizeBytes()),
              "%s of %d bytes".formatted(digest, sizeBytes)));
    }
    if (signature.expired()) {
      breaches.add(new Breach("signed, but expired", "a signature in force"));
    }
    if (signature.revoked()) {
      breaches.add(new Breach("signed, but revoked or not asked", "a signature not revoked"));
    }
    if (!signature.unknownCritical().isEmpty()) {
      breaches.add(
          new Breach(
              "signed with critical fields not understood " + signature.unknownCritical(),
              "critical fields that are understood"));
    }
    return breaches;
  }
}
