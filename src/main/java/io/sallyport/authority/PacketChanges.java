package io.sallyport.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What changed between what a person saw and what is true now (F03): nothing of it is signed. */
final class PacketChanges {

  static final String RULE = "decision/what-was-seen-is-what-is-signed";

  private PacketChanges() {}

  static List<Finding> between(JsonNode seen, Packet now) {
    Map<String, String> before = new TreeMap<>();
    for (JsonNode item : seen.path("evidence")) {
      before.put(item.path("name").asText(), item.path("sha256").asText());
    }
    List<Finding> changes = new ArrayList<>();
    for (Packet.Evidence item : now.evidence()) {
      String earlier = before.remove(item.name());
      if (!item.sha256().equals(earlier)) {
        changes.add(
            new Finding(RULE, item.name(), item.sha256(), earlier == null ? "absent" : earlier));
      }
    }
    before.forEach((name, sha256) -> changes.add(new Finding(RULE, name, "absent", sha256)));
    if (changes.isEmpty()) {
      changes.add(new Finding(RULE, "the packet", "changed", "what was seen"));
    }
    return changes;
  }
}
