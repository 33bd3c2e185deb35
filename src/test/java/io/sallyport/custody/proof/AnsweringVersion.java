package io.sallyport.custody.proof;

import java.util.HashMap;
import java.util.Map;

/** A promoted version that came to answer; a test leaves out or changes the one thing it means. */
public final class AnsweringVersion {

  private static final String CONFIGURATION = "land-cover-7-configuration";

  private final PromotedVersion version;

  public AnsweringVersion(PromotedVersion version) {
    this.version = version;
    version.packed();
  }

  /** As it should be. */
  public EvidencePackage packed() {
    return verifiedWith(CONFIGURATION);
  }

  /** Its answers were verified while its endpoint had this configuration. */
  public EvidencePackage verifiedWith(String configuration) {
    inService();
    record("answers-verified", Map.of("configuration", configuration, "rows", 200));
    return opened();
  }

  /** Nobody asked its endpoint anything before the period opened. */
  public EvidencePackage unverified() {
    inService();
    return opened();
  }

  /** Refused by the ledger after it was checked, and opened all the same. */
  public EvidencePackage refused() {
    inService();
    record("answers-verified", Map.of("rows", 200));
    record("deployment-refused", Map.of());
    return opened();
  }

  private void inService() {
    record("endpoint-in-service", Map.of());
  }

  private EvidencePackage opened() {
    record("service-period-opened", Map.of("service", "land-cover"));
    return version.again();
  }

  private void record(String kind, Map<String, Object> more) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("modelDigest", version.modelDigest);
    payload.put("endpoint", "land-cover-7-endpoint");
    payload.put("configuration", CONFIGURATION);
    payload.putAll(more);
    version.append(kind, "sallyport", payload);
  }
}
