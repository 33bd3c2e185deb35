package io.sallyport.gates.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.models.Findings;
import io.sallyport.rules.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The results of Gate 1 with every number: for technical authority, authorizing official and
 * auditor only (design, trust 3).
 *
 * @param findings what the book found beside the metrics
 * @param closeCalls the metrics that passed by little
 */
public record TechnicalTable(
    String verdict,
    List<ThresholdBar> bars,
    long heldOutRows,
    long trainRows,
    int look,
    int maximumLooks,
    List<Finding> findings,
    List<String> closeCalls,
    String evaluationSha256) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** From the content of a packet, which the stage made of fact and evaluation. */
  public static TechnicalTable of(Map<?, ?> content) {
    JsonNode json = MAPPER.valueToTree(content);
    List<ThresholdBar> bars = new ArrayList<>();
    json.path("metrics").forEach(metric -> bars.add(bar(metric)));
    return new TechnicalTable(
        json.path("verdict").asText(),
        bars,
        json.path("rows").asLong(),
        json.path("trainRows").asLong(),
        json.path("look").asInt(),
        json.path("floors").path("maximumLooks").asInt(),
        Findings.read(json.path("findings")),
        bars.stream().filter(bar -> bar.state().equals("watch")).map(ThresholdBar::name).toList(),
        json.path("evaluationSha256").asText());
  }

  /** {@code 3 of 3 proven}. */
  public String summary() {
    long proven = bars.stream().filter(bar -> !bar.state().equals("stop")).count();
    return proven + " of " + bars.size() + " proven";
  }

  /** How the strip is coloured. */
  public String state() {
    if (bars.stream().anyMatch(bar -> bar.state().equals("stop"))) return "stop";
    return closeCalls.isEmpty() ? "ok" : "watch";
  }

  private static ThresholdBar bar(JsonNode metric) {
    String name = metric.path("subject").asText();
    String threshold = metric.path("threshold").asText();
    if (!metric.has("measured")) return ThresholdBar.notMeasured(name, threshold);
    return ThresholdBar.of(
        new Measurement(
            name,
            new BigDecimal(threshold),
            new BigDecimal(metric.path("measured").asText()),
            new BigDecimal(metric.path("lower").asText()),
            new BigDecimal(metric.path("upper").asText()),
            metric.path("n").asLong(),
            metric.path("direction").asText()));
  }
}
