package io.sallyport.gates.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a submission asks for, beside the version in service (F03).
 *
 * @param version the one in service, {@code coast version 1}; empty: nothing answers there yet
 * @param sameRows whether both were measured on the same held-out rows
 * @param differences what changes
 * @param same what stays as it is; all that is asked for where there is nothing to compare
 */
public record Comparison(
    String version, boolean sameRows, List<Difference> differences, List<Asked> same) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A setting that changes; one side is empty where it is new or gone. */
  public record Difference(String what, String before, String after) {}

  public record Asked(String what, String value) {}

  /**
   * From a packet's content.
   *
   * @param principal how a principal is called
   */
  public static Comparison of(Map<?, ?> content, UnaryOperator<String> principal) {
    JsonNode packet = MAPPER.valueToTree(content);
    JsonNode inService = packet.path("inService");
    Map<String, String> now = AskedSettings.of(packet, principal);
    Map<String, String> before = AskedSettings.of(inService, principal);
    if (inService.isMissingNode()) before = now;
    return new Comparison(
        inService.path("version").asText(),
        packet.path("heldOutSha256").equals(inService.path("heldOutSha256")),
        differences(before, now),
        same(before, now));
  }

  /** Whether something answers at the endpoint already. */
  public boolean hasPredecessor() {
    return !version.isEmpty();
  }

  private static List<Difference> differences(Map<String, String> before, Map<String, String> now) {
    List<Difference> differences = new ArrayList<>();
    now.forEach(
        (what, value) -> {
          String old = before.getOrDefault(what, "");
          if (!old.equals(value)) differences.add(new Difference(what, old, value));
        });
    TreeSet<String> gone = new TreeSet<>(before.keySet());
    gone.removeAll(now.keySet());
    gone.forEach(what -> differences.add(new Difference(what, before.getOrDefault(what, ""), "")));
    return differences;
  }

  private static List<Asked> same(Map<String, String> before, Map<String, String> now) {
    return now.entrySet().stream()
        .filter(one -> one.getValue().equals(before.get(one.getKey())))
        .map(one -> new Asked(one.getKey(), one.getValue()))
        .toList();
  }
}
