package io.sallyport.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Findings as facts carry them. */
public final class Findings {

  private Findings() {}

  /** For a fact's payload. */
  public static List<Map<String, Object>> json(List<Finding> findings) {
    List<Map<String, Object>> json = new ArrayList<>();
    for (Finding finding : findings) {
      json.add(
          Map.of(
              "rule", finding.rule(),
              "subject", finding.subject(),
              "value", finding.value(),
              "limit", finding.limit()));
    }
    return json;
  }

  /** From a fact's payload. */
  public static List<Finding> read(JsonNode findings) {
    List<Finding> read = new ArrayList<>();
    for (JsonNode finding : findings) {
      read.add(
          new Finding(
              finding.path("rule").asText(),
              finding.path("subject").asText(),
              finding.path("value").asText(),
              finding.path("limit").asText()));
    }
    return read;
  }

  /** What an error of a process carries: the first finding, and how many there are. */
  public static String firstOf(List<Finding> findings) {
    String more = findings.size() > 1 ? " (and " + (findings.size() - 1) + " more)" : "";
    String first = findings.get(0) + more;
    return first.length() <= 1_000 ? first : first.substring(0, 1_000);
  }
}
